# An invented model

import argparse
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


YEARS = list(range(2030, 2035))
INPUTS = ["assumptions", "changes", "effects", "noise"]
RESULTS = ["people 0", "people 1", "people 2", "people 3", "people 4", "people 5", "people 6", "people 7", "old 0", "by_sex 0", "by_sex 1", "ratio 0"]
s_mode = "plain"
# curve [1]
t_curve_x = np.array([0.0, 2.0, 4.0])
t_curve_y = np.array([1.0, 5.0, 3.0])
LIST_0 = np.array([0, 1, 2, 3, 0, 1, 2, 3])
LIST_1 = np.array([2, 3, 6, 7])
LIST_2 = np.array([1, 2, 3, 5, 6, 7])
LIST_3 = np.array([0, 1, 2, 4, 5, 6])


def simulate(assumptions, changes, effects, noise, results):
    """Simulate draws; the draws are the last axis of every array."""
    n = assumptions.shape[1]
    a_a = assumptions[0]  # [1]
    a_b = assumptions[1]  # [1]
    # the base year
    at = 0
    year = YEARS[0]
    z_wave = noise[0, at]
    v_ratio = np.full(n, np.nan)
    results[11, at] = v_ratio

    # people: 变量 · Variable [1], model.yaml:1
    # 10 + age * a
    v_people = (10.0 + (LIST_0[:, None] * a_a))
    results[0:8, at] = v_people

    # by_sex: 变量 · Variable [1], model.yaml:1
    # min(sum(people over age), 40)
    v_by_sex = np.minimum(v_people.reshape(2, 4, n).sum(axis=1), 40.0)
    results[9:11, at] = v_by_sex

    # old: 变量 · Variable [1], model.yaml:1
    # sum(people over sex, age where age >= 2)
    v_old = v_people[LIST_1].sum(axis=0)
    results[8, at] = v_old
    # every later year
    for at in range(1, len(YEARS)):
        year = YEARS[at]
        z_wave = noise[0, at]
        p_people = v_people

        # people: 变量 · Variable [1], model.yaml:1
        # age == 0: if(mode == plain, b, a)
        # prev(people[sex, age - 1]) * exp(-a)
        v_people = np.empty((8, n))
        v_people[0:5:4] = (a_b if (s_mode == "plain") else a_a)
        v_people[LIST_2] = (p_people[LIST_3] * np.exp((-a_a)))
        results[0:8, at] = v_people

        # by_sex: 变量 · Variable [1], model.yaml:1
        # min(sum(people over age), 40)
        v_by_sex = np.minimum(v_people.reshape(2, 4, n).sum(axis=1), 40.0)
        results[9:11, at] = v_by_sex

        # old: 变量 · Variable [1], model.yaml:1
        # sum(people over sex, age where age >= 2)
        v_old = v_people[LIST_1].sum(axis=0)
        results[8, at] = v_old

        # ratio: 变量 · Variable [1], model.yaml:1
        # lookup(curve, old / sum(by_sex)) ^ 2 + noise(wave, 0.1) * ln(b) - if(old > 20, 1, year)
        v_ratio = (((np.interp((v_old / v_by_sex.sum(axis=0)), t_curve_x, t_curve_y) ** 2) + ((0.1 * z_wave) * np.log(a_b))) - np.where((v_old > 20.0), 1.0, year))
        results[11, at] = v_ratio


def run(inputs, chunk):
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
