"""Blocks and connected components as group-bys and joins of data frames, which Spark runs without Python."""

from typing import TYPE_CHECKING

from pyspark.sql import functions as f

if TYPE_CHECKING:
    from pyspark.sql import DataFrame


def blocks(keys: "DataFrame", values: "DataFrame") -> "DataFrame":
    """The values of members that share a key: one row a block with the list ``data``.

    `keys` has ``key`` and ``id``, `values` has ``id`` and ``data``.  Keys travel with ids alone; a set of members that
    shares several keys comes once; only the values of members of blocks travel.
    """
    sets = keys.distinct().groupBy("key").agg(f.sort_array(f.collect_set("id")).alias("members"))
    several = sets.where(f.size("members") > 1).select("members").distinct()
    # Two sets that fall on one hash make a block too large, never a wrong match.
    members = several.select(f.xxhash64("members").alias("block"), f.explode("members").alias("id"))
    return members.join(values, "id").groupBy("block").agg(f.collect_list("data").alias("data")).select("data")


def components(edges: "DataFrame") -> "DataFrame":
    """``id`` and ``root``, the smallest member of its component, for every member of the edges ``a``, ``b``.

    Large-star and small-star turns (Kiveris et al. 2014) until nothing changes; their number grows with the
    logarithm of the longest chain.
    """
    current = _downward(edges).localCheckpoint()
    mark = _mark(current)
    while True:
        current = _small_star(_large_star(current)).localCheckpoint()  # each turn starts from data, not from a history
        if mark == (mark := _mark(current)):
            roots = current.select(f.col("b").alias("id"), f.col("b").alias("root"))
            return current.select(f.col("a").alias("id"), f.col("b").alias("root")).union(roots).distinct()


def _downward(edges: "DataFrame") -> "DataFrame":
    """The edges from the larger to the smaller end, each once."""
    return edges.select(f.greatest("a", "b").alias("a"), f.least("a", "b").alias("b")).distinct()


def _large_star(edges: "DataFrame") -> "DataFrame":
    """Tie every larger neighbour of a node to the smallest node among them and itself."""
    both = edges.union(edges.select("b", "a")).toDF("node", "other")
    smallest = both.groupBy("node").agg(f.least(f.min("other"), f.first("node")).alias("b"))
    return both.join(smallest, "node").where(f.col("other") > f.col("node")).select(f.col("other").alias("a"), "b")


def _small_star(edges: "DataFrame") -> "DataFrame":
    """Tie a node and its smaller neighbours to the smallest of them."""
    down = _downward(edges)
    smallest = down.groupBy("a").agg(f.min("b").alias("root"))
    tied = down.join(smallest, "a")
    neighbours = tied.where(f.col("b") != f.col("root")).select(f.col("b").alias("a"), f.col("root").alias("b"))
    return smallest.select("a", f.col("root").alias("b")).union(neighbours).distinct()


def _mark(edges: "DataFrame") -> tuple[int, int]:
    """Count and checksum of the edges: the same for the same set."""
    row = edges.agg(f.count("*"), f.sum(f.xxhash64("a", "b").cast("decimal(38,0)"))).first()
    return (int(row[0]), int(row[1] or 0)) if row else (0, 0)
