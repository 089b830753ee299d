/** Text in front of a program: what its formulas call. */
export const pythonHead = `import argparse
import os
import time

import numpy as np


def logistic(x):
    return 1 / (1 + np.exp(-x))


def logit(x):
    return np.log(x / (1 - x))


def step(year, at):
    return 1.0 if year >= at else 0.0


def ramp(year, at, years):
    return min(1.0, (year - at + 1) / years) if year >= at else 0.0


def pulse(year, at):
    return 1.0 if year == at else 0.0


def decay(year, at, kept):
    return kept ** (year - at) if year >= at else 0.0


def nearest(years, year):
    """Place of the year of a table that is nearest; of two, the earlier."""
    return np.argmin(np.abs(years - year))


def sums(values, counts):
    """Sum the first counts[0] rows, then the next counts[1], and so on."""
    ends = np.cumsum(counts)
    return np.stack([values[end - count : end].sum(axis=0) for count, end in zip(counts, ends)])
`;

/** Text behind a program: it reads the inputs, runs, and compares with the results that lie beside them. */
export const pythonMain = `def run(inputs, chunk):
    """Simulate all draws, so many at a time."""
    assumptions, changes, effects, noise = inputs
    draws = assumptions.shape[1]
    results = np.empty((len(RESULTS), len(YEARS), draws))
    for first in range(0, draws, chunk):
        part = slice(first, min(first + chunk, draws))
        simulate(assumptions[:, part], changes[..., part], effects[..., part], noise[..., part], results[..., part])
    return results


def largest_difference(results, expected):
    """Largest difference relative to the expected value; two values that are no numbers agree."""
    with np.errstate(all="ignore"):
        difference = np.abs(results - expected) / np.maximum(np.abs(expected), np.finfo(float).tiny)
    agree = (results == expected) | (np.isnan(results) & np.isnan(expected))
    worst = np.where(agree, 0.0, difference)
    return np.inf if np.isnan(worst).any() else worst.max(initial=0.0)


def main():
    parser = argparse.ArgumentParser(description="Simulate the draws of one scenario.")
    parser.add_argument("folder", nargs="?", default=os.path.dirname(os.path.abspath(__file__)), help="folder of the .npy files")
    parser.add_argument("--chunk", type=int, help="draws at a time; all by default")
    parser.add_argument("--repeat", type=int, default=0, help="also time so many runs, in microseconds a draw")
    options = parser.parse_args()
    np.seterr(all="ignore")
    inputs = [np.load(os.path.join(options.folder, name + ".npy")) for name in INPUTS]
    draws = inputs[0].shape[1]
    chunk = options.chunk or draws
    results = run(inputs, chunk)
    expected = os.path.join(options.folder, "results.npy")
    if os.path.exists(expected):
        print("largest relative difference", largest_difference(results, np.load(expected)))
    for _ in range(options.repeat):
        start = time.process_time()
        run(inputs, chunk)
        print("microseconds a draw", (time.process_time() - start) / draws * 1e6)


if __name__ == "__main__":
    main()
`;
