"""spaCy components: each marks one sort of typed span in ``doc.spans``; one factory per file."""
