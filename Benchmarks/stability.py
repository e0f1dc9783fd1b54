"""The graph model beside its matrix form in numpy, on the same numbers in one run: Benchmarks/stability [ROW...].

The matrix form is that of Xu, Hipel and Kilgour 2009 (IEEE Trans. SMC-A 39(1)), with 0/1 matrices as 32-bit floats, in which a product of
states up to 2^24 is exact. It ends with an error if the two disagree."""
import json
import os
import resource
import statistics
import subprocess
import sys
import time

import numpy as np

ROWS = {
    # row: decision makers, options, patterns, seed, whether the matrix form can do it
    "3x6": (3, 6, False, 1, True),
    "3x8": (3, 8, True, 2, True),
    "3x10": (3, 10, True, 3, True),
    "3x12": (3, 12, False, 4, True),
    "5x20": (5, 20, True, 5, False),
    "10x20": (10, 20, True, 6, False),
    "8x22": (8, 22, True, 7, False),
}
MASK = (1 << 64) - 1


class SplitMix64:
    def __init__(self, seed):
        self.state = seed

    def next(self):
        self.state = (self.state + 0x9E3779B97F4A7C15) & MASK
        mixed = self.state
        mixed = ((mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9) & MASK
        mixed = ((mixed ^ (mixed >> 27)) * 0x94D049BB133111EB) & MASK
        return mixed ^ (mixed >> 31)


def model(makers, options, patterns, seed):
    three = 1 | 1 << (options // 2) | 1 << (options - 1)
    states = [s for s in range(1 << options) if not patterns or s & three not in (0, three)]
    random = SplitMix64(seed)
    levels = []
    for _ in range(makers):
        ranking = list(range(len(states)))
        for place in range(len(states) - 1, 0, -1):
            other = random.next() % (place + 1)
            ranking[place], ranking[other] = ranking[other], ranking[place]
        levels.append(np.array(ranking))
    return np.array(states), levels


def sign(matrix):
    return (matrix > 0).astype(np.float32)


def reach(steps):
    """M of a group: by legal sequences, no one twice in a row; `last` holds, for each last mover, what it can have reached."""
    last = [step.copy() for step in steps]
    if len(steps) == 1:
        return last[0]
    while True:
        grown = []
        for mover, step in enumerate(steps):
            before = np.maximum.reduce([last[other] for other in range(len(steps)) if other != mover])
            grown.append(np.maximum(last[mover], sign(before @ step)))
        if all((new == old).all() for new, old in zip(grown, last)):
            return np.maximum.reduce(last)
        last = grown


def matrix_form(makers, options, states, levels):
    owners = [option * makers // options for option in range(options)]
    masks = [sum(1 << o for o in range(options) if owners[o] == maker) for maker in range(makers)]
    change = states[:, None] ^ states[None, :]
    moves = [((change != 0) & (change & ~mask == 0)).astype(np.float32) for mask in masks]
    better = [(level[:, None] < level[None, :]).astype(np.float32) for level in levels]  # column better than row
    stable = {}
    for maker in range(makers):
        others = [other for other in range(makers) if other != maker]
        improving = moves[maker] * better[maker]
        not_better = 1 - better[maker].T  # row an end, column the state that was left
        no_escape = (moves[maker] @ better[maker].T == 0).astype(np.float32)
        plain = reach([moves[other] for other in others])
        credible = reach([moves[other] * better[other] for other in others])
        for concept, sanctions in (
            ("Nash", None),
            ("GMR", plain @ not_better),
            ("SMR", plain @ (not_better * no_escape)),
            ("SEQ", credible @ not_better),
            ("SSEQ", credible @ (not_better * no_escape)),
        ):
            open_ = np.ones_like(improving) if sanctions is None else (sanctions == 0).astype(np.float32)
            # The diagonal of the product.
            stable.setdefault(concept, []).append(np.einsum("st,ts->s", improving, open_) == 0)
    return stable


def digest(flags):
    total = 0
    places = np.flatnonzero(flags)
    for place in places:
        total = (total * 31 + int(place)) % 1_000_003
    return [len(places), total]


def main():
    rows = sys.argv[1:] or list(ROWS)
    print("| decision makers × options | states | matrix form | memory | Parley | memory | times faster |")
    print("| --- | ---: | ---: | ---: | ---: | ---: | ---: |")
    failed = False
    for row in rows:
        makers, options, patterns, seed, has_peer = ROWS[row]
        runs = 21 if options <= 12 else 3
        ours = json.loads(subprocess.check_output([os.environ["STABILITY_BENCH"], row, str(runs)]))
        median = statistics.median(ours["times"])
        peer, peer_memory, factor = "–", "–", "–"
        if has_peer:
            states, levels = model(makers, options, patterns, seed)
            begin = time.perf_counter()
            stable = matrix_form(makers, options, states, levels)
            spent = time.perf_counter() - begin
            peer, factor = seconds(spent), f"{spent / median:,.0f}"
            peer_memory = f"{resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024:,} MB"
            concepts = ["Nash", "GMR", "SMR", "SEQ", "SSEQ"]
            same = [digest(flags) for concept in concepts for flags in stable[concept]]
            equilibria = [digest(np.logical_and.reduce(stable[concept])) for concept in concepts]
            if same != ours["stable"] or equilibria != ours["equilibria"]:
                print(f"{row}: the two disagree", file=sys.stderr)
                failed = True
        memory = f"{ours['kilobytes'] // 1024:,} MB"
        print(f"| {makers} × {options} | {ours['states']:,} | {peer} | {peer_memory} | {seconds(median)} | {memory} | {factor} |", flush=True)
    sys.exit(1 if failed else 0)


def seconds(value):
    return f"{value * 1000:,.2f} ms" if value < 1 else f"{value:,.2f} s"


if __name__ == "__main__":
    main()
