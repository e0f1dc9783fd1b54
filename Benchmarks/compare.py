"""Measures Parley and its peers on the same numbers, row by row, and checks that they agree.

Called by Benchmarks/compare, which makes the environment. Options: --times N (runs of Parley, default 7),
--peers N (runs of each peer, default 3; 0: Parley alone), --rules N (seeds of the comparison with rules,
default 0), --negmas (measures NegMAS, too, where it can). Everything else names rows; none: all.
"""

import argparse
import json
import os
import platform
import statistics
import subprocess
import sys
import tempfile
import time

import numpy as np

BENCH = os.environ["PARLEY_BENCH"]


def bench(*arguments):
    return subprocess.run([BENCH, *arguments], check=True, capture_output=True, text=True).stdout


def merge_baseline(values):
    """Issue after issue: all sums of a kept row and an option's worths, then the non-dominated ones."""
    import moocore

    front = np.zeros((1, values.shape[0]))
    for issue in range(values.shape[1]):
        sums = (front[:, None, :] + values[:, issue, :].T[None, :, :]).reshape(-1, values.shape[0])
        front = moocore.filter_dominated(sums, maximise=True)
    return front


def filter_baseline(rows):
    import moocore

    return rows[moocore.is_nondominated(rows.astype(float), maximise=True)]


def negmas_frontier(values):
    """All outcomes, their frontier, and four yardsticks, as a user of NegMAS would have them."""
    import negmas
    from negmas.preferences import LinearAdditiveUtilityFunction
    from negmas.preferences.ops import kalai_points, ks_points, max_welfare_points, nash_points, pareto_frontier

    parties, issues, options = values.shape
    named = [negmas.make_issue(options, f"i{issue}") for issue in range(issues)]
    ufuns = [
        LinearAdditiveUtilityFunction(
            {f"i{i}": {o: float(values[p, i, o]) for o in range(options)} for i in range(issues)}, issues=named
        )
        for p in range(parties)
    ]
    frontier, _ = pareto_frontier(ufuns, issues=named)
    for yardstick in (nash_points, kalai_points, ks_points, max_welfare_points):
        yardstick(ufuns, frontier, issues=named)
    return np.array(frontier)


def whole_process(name, folder):
    """Seconds of `parley packages` on the same numbers in a dossier, start, reading and printing counted; the median of ten."""
    program = os.environ.get("PARLEY", os.path.join(os.path.dirname(os.path.abspath(__file__)), "../.build/release/parley"))
    if not os.access(program, os.X_OK):
        return None
    dossier = os.path.join(folder, "dossier-" + name)
    bench("dossier", name, dossier)
    seconds = []
    for _ in range(10):
        start = time.perf_counter()
        subprocess.run([program, "packages", dossier], check=True, capture_output=True)
        seconds.append(time.perf_counter() - start)
    return statistics.median(seconds)


def alone(rows, options):
    """What no peer does."""
    print("\n| work | Parley | work of all cores | gap | memory |\n| --- | ---: | ---: | ---: | ---: |", flush=True)
    for name, title in rows:
        own = json.loads(bench("run", name, str(min(options.times, 3 if name.startswith("yard") else options.times))))
        gap = f"{own['gap'] * 100:.2f} %" if own["gap"] else ("proven" if name.startswith("yard") else "–")
        print(f"| {title} | {shown(statistics.median(own['seconds']))} | {shown(min(own['work']))} | {gap} "
              f"| {own['megabytes']} MB |", flush=True)


def measured(work, times):
    """The median of some runs, fewer where each takes long; the least work of a processor; the last answer."""
    seconds, works = [], []
    while len(seconds) < times and sum(seconds) < 60:
        start, begun = time.perf_counter(), time.process_time()
        answer = work()
        works.append(time.process_time() - begun)
        seconds.append(time.perf_counter() - start)
    return statistics.median(seconds), min(works), answer


def ordered(rows):
    return np.unique(rows.astype(np.int64), axis=0)


def shown(seconds):
    if seconds is None:
        return "–"
    return f"{seconds:.2f} s" if seconds >= 1 else f"{seconds * 1000:.2f} ms"


def machine():
    model = next((l.split(":")[1].strip() for l in open("/proc/cpuinfo") if l.startswith("model name")), platform.processor())
    return f"{model}, {len(os.sched_getaffinity(0))} cores, {platform.system()} {platform.machine()}"


def versions():
    from importlib.metadata import PackageNotFoundError, version

    found = [f"Python {platform.python_version()}"]
    for name in ("numpy", "moocore", "negmas"):
        try:
            found.append(f"{name} {version(name)}")
        except PackageNotFoundError:
            pass
    return ", ".join(found)


def compare(name, title, options, folder):
    points = os.path.join(folder, "points")
    own = json.loads(bench("run", name, str(options.times), points))
    result = {"title": title, "points": own["points"], "negmas": None, "peer": None, "peer_work": None,
              "own": statistics.median(own["seconds"]), "own_work": min(own["work"]), "megabytes": own["megabytes"]}
    if options.peers == 0:
        return result
    data = os.path.join(folder, "data")
    shape = json.loads(bench("data", name, data))
    numbers = np.fromfile(data, dtype=np.int64)
    if shape["options"] > 0:
        values = numbers.reshape(shape["dimension"], -1, shape["options"])
        result["peer"], result["peer_work"], answer = measured(lambda: merge_baseline(values), options.peers)
        if options.negmas and name == "2x6":
            try:
                import negmas  # noqa: F401

                result["negmas"], _, theirs = measured(lambda: negmas_frontier(values), 1)
                if not np.array_equal(ordered(np.rint(theirs)), ordered(answer)):
                    sys.exit(f"{name}: NegMAS finds other points")
            except ImportError:
                pass
    else:
        rows = numbers.reshape(-1, shape["dimension"])
        result["peer"], result["peer_work"], answer = measured(lambda: filter_baseline(rows), options.peers)
    found = np.fromfile(points, dtype=np.int64).reshape(-1, shape["dimension"])
    if not np.array_equal(ordered(found), ordered(answer)) or len(found) != len(ordered(answer)):
        sys.exit(f"{name}: Parley has {len(found)} points, the baseline {len(ordered(answer))}, or others")
    return result


def rules(seeds):
    ratios = []
    for line in bench("rules", "1", str(seeds)).splitlines():
        seed, plain, without, conditioned, with_rules = line.split("\t")
        ratios.append(float(with_rules) / float(without))
        print(f"seed {seed}: {plain} points in {float(without):.2f} s; with conditions {conditioned} in "
              f"{float(with_rules):.2f} s, {ratios[-1]:.1f} times as long")
    print(f"6 rules and 6 interactions: median {statistics.median(ratios):.1f} times, worst {max(ratios):.1f} times")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("rows", nargs="*")
    parser.add_argument("--times", type=int, default=7)
    parser.add_argument("--peers", type=int, default=3)
    parser.add_argument("--rules", type=int, default=0)
    parser.add_argument("--negmas", action="store_true")
    options = parser.parse_args()
    print(f"{machine()}; {versions()}\n")
    print("| work | points | NegMAS | peer | Parley | times faster | peer, work | Parley, work | less work | memory |")
    print("| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |", flush=True)
    lonely = []
    whole = None
    with tempfile.TemporaryDirectory() as folder:
        for line in bench("list").splitlines():
            name, title, kind = line.split("\t")
            if options.rows and name not in options.rows:
                continue
            if kind == "alone":
                lonely.append((name, title))
                continue
            row = compare(name, title, options, folder)
            peers = [f"{row['peer'] / row['own']:.1f}", f"{row['peer_work'] / row['own_work']:.1f}"] if row["peer"] else "––"
            print(f"| {title} | {row['points']:,} | {shown(row['negmas'])} | {shown(row['peer'])} | {shown(row['own'])} "
                  f"| {peers[0]} | {shown(row['peer_work'])} | {shown(row['own_work'])} | {peers[1]} "
                  f"| {row['megabytes']} MB |", flush=True)
            if row["negmas"]:
                whole = whole_process(name, folder)
                if whole:
                    whole = f"\nThe whole of `parley packages` on the numbers of NegMAS: {shown(whole)}, {row['negmas'] / whole:.0f} times faster."
    if whole:
        print(whole)
    if lonely:
        alone(lonely, options)
    if options.rules:
        print()
        rules(options.rules)


main()
