"""Runs roadmap-bench, then plain peers on the same networks: answers must agree, times stand side by side.

Dynamic controllability: the backward search of Morris (CPAIOR 2014), written out plainly here. All earliest and latest times
of a network without uncertainty: Bellman and Ford's method in scipy.
"""

import heapq
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time

import numpy
from scipy.sparse import csr_matrix
from scipy.sparse.csgraph import bellman_ford


def morris(points, ordinary, contingent):
    """Whether the network is dynamically controllable with instantaneous reaction."""
    into = [[] for _ in range(points)]  # by head: (tail, length, lower-case link or None)
    upper = {}
    for tail, head, length in ordinary:
        into[head].append((tail, length, None))
    for place, (start, least, greatest, end) in enumerate(contingent):
        into[end].append((start, greatest, None))
        into[start].append((end, -least, None))
        into[end].append((start, least, place))
        upper.setdefault(start, []).append((end, -greatest, place))

    def negative(point):
        return point in upper or any(length < 0 for _, length, _ in into[point])

    done, under_way = set(), set()

    def search(source):
        """Follows paths back from a point that something negative leads to."""
        if source in under_way:
            return False
        if source in done:
            return True
        under_way.add(source)
        begun = [(tail, length, None) for tail, length, kind in into[source] if length < 0 and kind is None]
        begun += upper.get(source, [])
        # The labels are kept apart: what an upper-case arc begins must not pass its own lower-case arc.
        for group in {place for _, _, place in begun}:
            best, queue = {}, []
            for tail, length, place in begun:
                if place == group:
                    heapq.heappush(queue, (length, tail))
            while queue:
                length, point = heapq.heappop(queue)
                if point in best:
                    continue
                best[point] = length
                if length >= 0:
                    if point != source:
                        into[source].append((point, length, None))
                    continue
                if negative(point):
                    if not search(point):
                        return False
                for tail, more, kind in list(into[point]):
                    if more < 0 or (kind is not None and kind == group) or tail in best:
                        continue
                    heapq.heappush(queue, (length + more, tail))
        under_way.discard(source)
        done.add(source)
        return True

    sys.setrecursionlimit(100_000)
    return all(search(point) for point in range(points) if negative(point))


def main():
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "networks.jsonl")
        subprocess.run([os.environ["ROADMAP_BENCH"], "--networks", path, *sys.argv[1:]], check=True)
        rows = {}
        with open(path) as file:
            for line in file:
                one = json.loads(line)
                rows.setdefault(one["row"], []).append(one)
    print("\nPeers, in this run")
    for row, networks in rows.items():
        times, wrong = [], 0
        for one in networks:
            begin = time.perf_counter()
            if one["contingent"]:
                answer = morris(one["points"], one["ordinary"], one["contingent"])
            else:
                answer = simple(one)
            times.append(time.perf_counter() - begin)
            wrong += answer != one["answer"]
        name = "Morris 2014, plain Python" if networks[0]["contingent"] else "Bellman–Ford in scipy, both directions"
        print(f"{row}: {name}: median {statistics.median(times) * 1000:.3g} ms on {len(networks)}; {wrong} answers differ")
        if wrong:
            sys.exit(1)


def simple(one):
    """The sums of all earliest and latest times."""
    ordinary = one["ordinary"] + [[point, 0, 0] for point in range(1, one["points"])]
    least = {}
    for tail, head, length in ordinary:
        if tail != head:
            least[tail, head] = min(length, least.get((tail, head), length))
    tails, heads = zip(*least)
    # scipy takes a stored 0 for no arc; times a thousand, plus one a step, keeps the order of lengths below a thousand steps.
    lengths = numpy.array([1000 * length + 1 for length in least.values()], dtype=float)
    size = one["points"]
    ahead = bellman_ford(csr_matrix((lengths, (tails, heads)), (size, size)), indices=0)
    behind = bellman_ford(csr_matrix((lengths, (heads, tails)), (size, size)), indices=0)
    known = ahead[numpy.isfinite(ahead)]
    return [sum(-int(value // 1000) for value in behind), sum(int(value // 1000) for value in known)]


main()
