"""What the commands share: how a run is shown, where settings come from, what ends with which exit code."""
