#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Holds `twelvefold-cli stats` against R on seeded random tables.

    peers.py CLI [--seed N] [--tables N] [--only METHOD,...] [--keep FOLDER]

One batch of tables a method; R answers a batch in one run. Pairs are found again by looking at
every pair. Where least squares differ from R, rational arithmetic says who is right. Every figure
has a tolerance; whatever exceeds it is listed with its table, which --keep leaves behind.
"""
import argparse
import array
import json
import math
import os
import re
import subprocess
import sys
import tempfile
from collections import defaultdict

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import exact
import tables
from groups import Groups
from ratings import Ratings

HERE = os.path.dirname(os.path.abspath(__file__))
NUMBER = re.compile(r'(?<![\w"])-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?(?![\w"])')


def listed(value):
    """R tells a vector of one as a number."""
    return value if isinstance(value, list) else [value]


class Case:
    """One question: a table, a method and its options."""

    def __init__(self, ident, method, args, columns, names, shape, options=None):
        self.id, self.method, self.args = ident, method, args
        self.columns, self.names, self.shape = columns, names, shape
        self.options = options or {}

    def flat(self, values):
        """Whether nothing is left of the first column once the others and the groups are out."""
        every = [v for name in self.names for v in values[name] if not isinstance(v, str)]
        first = values[self.names[0]]
        return len(set(every)) < 2 or len(set(first)) < 2


class Harness(Groups, Ratings):
    case = Case
    listed = staticmethod(listed)

    def __init__(self, cli, folder, seed, count):
        self.cli, self.folder, self.seed, self.count = cli, folder, seed, count
        self.worst = defaultdict(float)
        self.compared = defaultdict(int)
        self.faults, self.told = [], set()

    # --- the engine -----------------------------------------------------------------------------

    def run(self, case):
        path = os.path.join(self.folder, case.id + ".csv")
        args = ["stats", case.method, "--csv", path] + case.args
        args = ["--json"] + args if case.options.get("json_first") else args + ["--json"]
        done = subprocess.run([self.cli] + args, capture_output=True, text=True)
        if done.returncode != 0:
            self.hold(case, done.returncode == 1, "exit %d: %s" % (done.returncode, done.stderr))
            self.hold(case, done.stderr.strip().endswith(".") and "fault in the program"
                      not in done.stderr, "no sentence: " + done.stderr)
            return {"refused": done.stderr.strip()}
        try:
            # Neither NaN nor Infinity is JSON.
            said = json.loads(done.stdout, parse_constant=lambda c: self.hold(case, False, c))
        except ValueError as error:
            self.hold(case, False, "not JSON: %s" % error)
            return {"refused": "no JSON"}
        self.shortest(case, done.stdout)
        for key in ("method", "n", "excluded", "summary"):
            self.hold(case, key in said, "no key " + key)
        return said

    def shortest(self, case, text):
        text = re.sub(r'"(?:[^"\\]|\\.)*"', '""', text)
        for token in NUMBER.findall(text)[:400]:
            ours = token.lower().split("e")[0].replace(".", "").replace("-", "").strip("0")
            best = repr(float(token)).split("e")[0].replace(".", "").replace("-", "").strip("0")
            if len(ours) > len(best):
                self.hold(case, False, "%s is not the shortest form of %r" % (token, float(token)))
                return

    # --- comparing ------------------------------------------------------------------------------

    def hold(self, case, true, why):
        kind = (case.id, why[:5])
        if not true and kind not in self.told:
            self.told.add(kind)  # one of a kind a table
            self.faults.append("%s %s %s [%s]: %s" % (
                case.id, case.method, " ".join(case.args), case.shape, why))

    def near(self, case, key, ours, theirs, tolerance, floor=0.0):
        """Whether ours is theirs within a relative tolerance; absent for absent."""
        if theirs is None or (isinstance(theirs, float) and not math.isfinite(theirs)):
            return True
        if ours is None:
            self.hold(case, False, "%s is missing, R has %r" % (key, theirs))
            return False
        away = abs(ours - theirs)
        size = max(abs(theirs), floor)
        relative = 0.0 if away == 0 else away / size if size > 0 else math.inf
        name = case.method + " " + key.split("[")[0]
        self.compared[name] += 1
        if relative > tolerance:
            return False
        self.worst[name] = max(self.worst[name], relative)
        return True

    def check(self, case, key, ours, theirs, tolerance, floor=0.0):
        if theirs is None or ours is not None and self.near(case, key, ours, theirs, tolerance,
                                                            floor):
            return
        if not (isinstance(theirs, float) and not math.isfinite(theirs)):
            self.hold(case, False, "%s: %r, R has %r" % (key, ours, theirs))

    # --- batches --------------------------------------------------------------------------------

    def peers(self, cases):
        manifest = []
        for case in cases:
            rows, values = tables.complete(case.columns, case.names)
            if case.options.get("gaps"):
                rows, values = case.columns[case.names[0]], {
                    name: [math.nan if v is None else v for v in case.columns[name]]
                    for name in case.names}
            with open(os.path.join(self.folder, case.id + ".bin"), "wb") as f:
                for name in case.names:
                    array.array("d", case.options.get("coded", {}).get(name) or values[name]
                                ).tofile(f)
            manifest.append(dict({"id": case.id, "method": case.method, "n": len(rows),
                                  "names": case.options.get("as", case.names)},
                                 **{k: v for k, v in case.options.items()
                                    if k in ("kind", "poly", "intercept", "tau", "weights")}))
        with open(os.path.join(self.folder, "manifest.json"), "w") as f:
            json.dump(manifest, f)
        subprocess.run(["Rscript", "--vanilla", os.path.join(HERE, "peers.R"), self.folder],
                       check=True)
        with open(os.path.join(self.folder, "answers.json")) as f:
            return json.load(f)

    def table(self, r, ident, columns, gaps=True, plain=False):
        if gaps and r.random() < 0.4:
            columns, _ = tables.with_gaps(r, columns, r.choice([0.02, 0.1, 0.3]))
        return tables.write(r, os.path.join(self.folder, ident + ".csv"), columns, plain)

    # --- methods --------------------------------------------------------------------------------

    def correlation(self):
        cases = []
        for i in range(self.count):
            r = tables.seeded(self.seed, "correlation", i)
            columns, shape = tables.pair(r)
            ident = "correlation%d" % i
            said = self.table(r, ident, columns)
            for kind in ("pearson", "spearman", "kendall"):
                case = Case("%s" % ident, "correlation", ["--y", "y", "--x", "x", "--kind", kind],
                            said, ["x", "y"], shape, {"kind": kind, "json_first": i % 2})
                cases.append(case)
        for kind in ("pearson", "spearman", "kendall"):
            batch = [c for c in cases if c.options["kind"] == kind]
            answers = self.peers(batch)
            for case in batch:
                self.compare_correlation(case, self.run(case), answers[case.id])

    def compare_correlation(self, case, ours, theirs):
        rows, values = tables.complete(case.columns, case.names)
        if "refused" in ours:
            self.hold(case, False, "refused: " + ours["refused"])
            return
        self.hold(case, ours["n"] == len(rows), "n is %r, not %d" % (ours["n"], len(rows)))
        self.hold(case, ours["excluded"] == len(case.columns["x"]) - len(rows), "excluded")
        if "error" in theirs:
            return
        if theirs["estimate"] is not None and 1 - abs(theirs["estimate"]) < 1e-13:
            return  # a perfect line: R's p and interval are rounding
        # R squares plain deviations; a large offset costs it digits that we keep.
        rough = any(max(c) - min(c) < 1e-6 * max(map(abs, c)) for c in values.values()) \
            if rows else False
        tolerance = 1e-7 if rough and case.options["kind"] == "pearson" else 1e-10
        for key in ("estimate", "lower", "upper"):
            self.check(case, key, ours[key], theirs[key], tolerance, 1e-3)
        if case.options["kind"] != "kendall" or theirs["p"] is None or theirs["p"] > 1e-290:
            self.check(case, "p", ours["p"], theirs["p"], 100 * tolerance, 1e-300)

    def regression(self, method, compare, plain=False, gaps=True, extra=None):
        cases = []
        for i in range(self.count):
            r = tables.seeded(self.seed, method, i)
            columns, shape = tables.model(r, plain=plain)
            names = list(columns)
            args = ["--y", "y", "--x", ",".join(names[1:])]
            options = {"poly": 0, "intercept": True, "json_first": i % 2}
            if len(names) == 2 and r.random() < 0.5 and method == "ols":
                options["poly"] = r.choice([2, 3, 4, 6, 10])
                args += ["--poly", str(options["poly"])]
            if r.random() < 0.2:
                options["intercept"] = False
                args.append("--no-intercept")
            if method == "ols":
                args.append("--diagnostics")
            if extra:
                extra(r, args, options)
            ident = "%s%d" % (method, i)
            said = self.table(r, ident, columns, gaps)
            cases.append(Case(ident, method, args, said, names, shape, options))
        answers = self.peers(cases)
        for case in cases:
            compare(case, self.run(case), answers[case.id])

    def ols(self):
        self.regression("ols", self.compare_ols)

    KEYS = ("estimate", "se", "t", "p", "lower", "upper", "se_hc3")

    def compare_ols(self, case, ours, theirs):
        rows, values = tables.complete(case.columns, case.names)
        width = (case.options["poly"] or len(case.names) - 1) + case.options["intercept"]
        if "refused" in ours:
            self.hold(case, len(rows) <= width or self.out_of_range(case, values),
                      "refused: " + ours["refused"])
            return
        if "error" in theirs:
            return
        told = {key: [c.get(key) for c in ours["coefficients"]] for key in self.KEYS}
        told.update({k: ours[k] for k in ("sigma", "r_squared", "adj_r_squared", "df", "hat",
                                          "rstudent", "cooks")})
        wrong = []
        for key, tolerance, floor in (
                [(k, 1e-9, 0) for k in ("estimate", "se", "t", "p", "lower", "upper", "se_hc3")] +
                [(k, 1e-10, 0) for k in ("sigma", "r_squared", "adj_r_squared", "df", "hat")] +
                [("rstudent", 1e-8, 1e-3), ("cooks", 1e-8, 1e-6)]):
            a, b = told[key], theirs[key]
            if isinstance(a, list) and not isinstance(b, list):
                b = [b]  # R tells a vector of one as a number
            pairs = zip(a, b) if isinstance(a, list) else [(a, b)]
            for at, (one, other) in enumerate(pairs):
                if isinstance(other, list) or other is None:
                    continue
                if one is None or not self.near(case, key, one, other, tolerance, floor):
                    wrong.append((key, at, one, other))
        if wrong:
            self.judge_ols(case, values, told, wrong)

    @staticmethod
    def out_of_range(case, values):
        """Whether squares of a column, or of what one of it is worth, are no doubles."""
        for name in case.names[1:]:
            largest = max(map(abs, values[name]), default=0)
            power = case.options["poly"] or 1
            if largest and abs(math.log10(largest)) * power > 152:
                return True
        return False

    def judge_ols(self, case, values, told, wrong):
        """R and the engine differ: rational arithmetic decides."""
        n = len(values["y"])
        if n * (len(told["estimate"]) + 1) > 1000:
            self.compared["ols, too long to judge"] += 1
            return
        columns = [values[name] for name in case.names[1:]]
        if case.options["poly"]:
            powers = [columns[0]]
            while len(powers) < case.options["poly"]:
                powers.append([a * b for a, b in zip(powers[-1], columns[0])])
            columns = powers
        if any(not math.isfinite(v) for c in columns for v in c):
            return
        true = exact.ols(columns, values["y"], case.options["intercept"])
        if true is None:
            self.hold(case, any(e is None for e in told["estimate"]), "rank: %r" % (wrong[:3],))
            return
        for key, at, one, other in wrong:
            if key not in true or key == "df":
                if key in ("df",):
                    self.hold(case, False, "%s: %r, R %r" % (key, one, other))
                continue
            t = true[key][at] if isinstance(true[key], list) else true[key]
            if t is None:
                continue
            if one is None:
                self.hold(case, float(abs(t)) < 1e-12 if t == 0 else False,
                          "%s[%d]: missing, R %r, truly %r" % (key, at, other, float(t)))
                continue
            if t == 0:
                continue

            def away(v):
                from fractions import Fraction
                return float(abs(Fraction(v) / t - 1))
            if away(one) > 1e-7 and away(one) > 10 * away(other):
                self.hold(case, False, "%s[%d]: %r, R %r, truly %r (off by %.1e, R %.1e)" % (
                    key, at, one, other, float(t), away(one), away(other)))
            else:
                self.worst["%s %s, judged exactly" % (case.method, key)] = max(
                    self.worst["%s %s, judged exactly" % (case.method, key)], away(one))
                self.compared["%s %s, judged exactly" % (case.method, key)] += 1

    def huber(self):
        self.regression("huber", self.compare_robust)

    def mm(self):
        self.regression("mm", self.compare_robust, plain=True)

    def compare_robust(self, case, ours, theirs):
        rows, values = tables.complete(case.columns, case.names)
        if "refused" in ours:
            few = len(rows) <= (2 if case.method == "mm" else 1) * (
                len(case.names) - 1 + case.options["intercept"])
            self.hold(case, few or self.out_of_range(case, values), "refused: " + ours["refused"] + " R: %r" % (theirs,))
            return
        if "error" in theirs or not theirs["converged"]:
            return
        if not theirs["scale"] or theirs["scale"] < 1e-12 * max(map(abs, values["y"])):
            return
        at_rest = 1e-7 if case.method == "huber" else 1e-5
        if case.method == "mm":
            if ours["scale"] < theirs["scale"] * (1 - 1e-9):
                return  # a better minimum than R's
            self.check(case, "scale", ours["scale"], theirs["scale"], 1e-7)
        else:
            self.check(case, "scale", ours["scale"], theirs["scale"], at_rest)
        for at, (c, b, se) in enumerate(zip(ours["coefficients"], listed(theirs["estimate"]),
                                            listed(theirs["se"]))):
            self.check(case, "estimate[%d]" % at, c["estimate"], b, at_rest, 1e-2 * se)
            self.check(case, "se[%d]" % at, c["se"], se, 100 * at_rest)
        for at, (a, b) in enumerate(zip(ours["weights"], theirs["weights"])):
            self.check(case, "weights[%d]" % at, a, b, 10 * at_rest, 1e-2)

    def quantile(self):
        def extra(r, args, options):
            options["tau"] = r.choice([0.05, 0.1, 0.25, 0.5, 0.5, 0.75, 0.9, 0.95])
            args += ["--tau", repr(options["tau"])]
        self.regression("quantile", self.compare_quantile, extra=extra)

    def compare_quantile(self, case, ours, theirs):
        rows, values = tables.complete(case.columns, case.names)
        width = len(case.names) - 1 + case.options["intercept"]
        if "refused" in ours:
            few = len(rows) <= width or len(rows) * min(
                case.options["tau"], 1 - case.options["tau"]) < width
            self.hold(case, few or self.out_of_range(case, values),
                      "refused: " + ours["refused"] + " R: %r" % (theirs,))
            return
        if "error" in theirs:
            return
        if ours["check_loss"] <= theirs["check_loss"]:
            self.compared["quantile check_loss"] += 1
        else:
            size = max(map(abs, values["y"]))
            self.check(case, "check_loss", ours["check_loss"], theirs["check_loss"], 1e-10,
                       1e-12 * size * len(rows))
        # The loss of the coefficients printed is the loss printed.
        b = [c["estimate"] or 0 for c in ours["coefficients"]]
        tau, loss = case.options["tau"], 0.0
        for i in range(len(rows)):
            row = ([1.0] if case.options["intercept"] else []) + [
                values[name][i] for name in case.names[1:]]
            e = values["y"][i] - sum(p * q for p, q in zip(b, row))
            loss += e * (tau - (e < 0))
        self.check(case, "loss of the coefficients", loss, ours["check_loss"], 1e-7,
                   1e-9 * max(map(abs, values["y"])))

    def isotonic(self):
        cases = []
        for i in range(self.count):
            r = tables.seeded(self.seed, "isotonic", i)
            columns, shape = tables.pair(r)
            said = self.table(r, "isotonic%d" % i, columns)
            cases.append(Case("isotonic%d" % i, "isotonic", ["--y", "y", "--x", "x"], said,
                              ["x", "y"], shape))
        answers = self.peers(cases)
        for case in cases:
            ours, theirs = self.run(case), answers[case.id]
            if "refused" in ours:
                rows, _ = tables.complete(case.columns, case.names)
                self.hold(case, len(rows) < 2, "refused: " + ours["refused"])
            elif "error" in theirs:
                self.hold(case, False, theirs["error"])
            else:
                theirs = theirs["fitted"]
                theirs = theirs if isinstance(theirs, list) else [theirs]
                self.hold(case, len(ours["fitted"]) == len(theirs), "fitted: length")
                size = max([abs(v) for v in theirs] + [1e-300])
                for at, (a, b) in enumerate(zip(ours["fitted"], theirs)):
                    self.check(case, "fitted[%d]" % at, a, b, 1e-10, 1e-2 * size)

    def describe(self):
        cases = []
        for i in range(self.count):
            r = tables.seeded(self.seed, "describe", i)
            kind = r.choice(tables.COLUMNS)
            said = self.table(r, "describe%d" % i, {"x": kind(r, tables.pick_size(r, True))})
            cases.append(Case("describe%d" % i, "describe", r.choice([["--y", "x"], ["--x", "x"]]),
                              said, ["x"], kind.__name__))
        answers = self.peers(cases)
        for case in cases:
            ours, theirs = self.run(case), answers[case.id]
            rows, values = tables.complete(case.columns, ["x"])
            if "refused" in ours or "error" in theirs:
                self.hold(case, not rows, "%r %r" % (ours, theirs))
                continue
            size = max(map(abs, values["x"])) if rows else 1
            rough = rows and max(values["x"]) - min(values["x"]) < 1e-6 * size
            for key in ("mean", "sd", "min", "q1", "median", "q3", "max"):
                self.check(case, key, ours[key], theirs[key], 1e-7 if rough else 1e-10, 1e-4 * size
                           if key == "mean" else 0)
            if 1e-140 < size < 1e140:
                self.check(case, "lag1", ours["lag1"], theirs["lag1"], 1e-7 if rough else 1e-10,
                           1e-2)

    def pairs(self):
        for i in range(self.count):
            r = tables.seeded(self.seed, "pairs", i)
            n = r.choice([3, 5, 8, 20, 50, 100, 200, 350])
            width = r.choice([1, 2, 3, 5, 10])
            kind = r.choice([tables.levels, tables.tied, tables.normal,
                             lambda r, n: [r.choice([0.1, 0.2, 0.3, 1.1, 1.2]) for _ in range(n)]])
            cost = r.choice([tables.pounds, tables.tied, tables.lognormal, tables.normal])
            columns = {"cost": cost(r, n)}
            for k in range(width):
                columns["d%d" % k] = kind(r, n)
            metric = r.choice(["l1", "euclidean", "max"])
            tolerance = r.choice([0, 0.3, 0.5, 1, 1.4142135623730951, 2, 2.5, 3, 5, 40])
            top = r.choice([1, 5, 20, 20, 1000, 100000])
            args = ["--cost", "cost", "--x", ",".join(list(columns)[1:]), "--metric", metric,
                    "--tolerance", repr(tolerance), "--top", str(top)]
            said = self.table(r, "pairs%d" % i, columns)
            case = Case("pairs%d" % i, "pairs", args, said, list(said), "pairs")
            ours = self.run(case)
            if "refused" in ours:
                rows, _ = tables.complete(said, list(said))
                self.hold(case, not rows, "refused: " + ours["refused"])
                continue
            self.compare_pairs(case, ours, metric, tolerance, top)

    def compare_pairs(self, case, ours, metric, tolerance, top):
        rows, values = tables.complete(case.columns, case.names)
        keep = [i for i in range(len(rows)) if values["cost"][i] > 0]
        self.hold(case, ours["n"] == len(keep), "n is %d, usable %d" % (ours["n"], len(keep)))
        self.hold(case, ours["n"] + ours["excluded"] == len(case.columns["cost"]), "excluded")
        points = [[values[name][i] for name in case.names[1:]] for i in range(len(rows))]
        cost = values["cost"]
        found = []
        for at, i in enumerate(keep):
            for j in keep[at + 1:]:
                away = [abs(a - b) for a, b in zip(points[i], points[j])]
                d = sum(away) if metric == "l1" else max(away) if metric == "max" else math.sqrt(
                    sum(v * v for v in away))
                if d <= tolerance * (1 + 1e-12):
                    a, b = (i, j) if cost[i] >= cost[j] else (j, i)
                    found.append((-cost[a] / cost[b], rows[i], rows[j], rows[a], rows[b], d))
        found.sort()
        once, taken = [], set()
        for pair in found:
            if len(once) == top:
                break
            if pair[3] not in taken and pair[4] not in taken:
                taken |= {pair[3], pair[4]}
                once.append(pair)
        for key, theirs in (("pairs", found[:top]), ("each_child_once", once)):
            self.compared["pairs " + key] += 1
            mine = ours[key]
            if [(p["a"], p["b"]) for p in mine] != [(t[3], t[4]) for t in theirs]:
                at = next((k for k, (p, t) in enumerate(zip(mine, theirs))
                           if (p["a"], p["b"]) != (t[3], t[4])), min(len(mine), len(theirs)))
                self.hold(case, False, "%s: %d and %d, first different at %d: %r %r" % (
                    key, len(mine), len(theirs), at, mine[at:at + 2], theirs[at:at + 2]))
                continue
            for p, t in zip(mine, theirs):
                self.check(case, key + " ratio", p["ratio"], -t[0], 1e-12)
                self.check(case, key + " distance", p["distance"], t[5], 1e-12, 1e-9)

    def finish(self):
        print("%-44s %9s %10s" % ("figure", "compared", "worst"))
        for name in sorted(self.compared):
            print("%-44s %9d %10.1e" % (name, self.compared[name], self.worst[name]))
        print("%d differences" % len(self.faults))
        for fault in self.faults[:200]:
            print("  " + fault[:600])
        return 1 if self.faults else 0


# And the packages of R that each needs, beside those that come with it.
METHODS = {"correlation": [], "describe": [], "ols": ["sandwich"], "huber": ["MASS"], "pairs": [],
           "adjust": [], "isotonic": [], "alpha": [], "icc": ["psych"], "kappa": ["vcd"],
           "meta": ["metafor"], "mm": ["robustbase"], "quantile": ["quantreg"],
           "random-intercept": ["lme4"]}


def missing(packages):
    """Those of the packages that R does not have."""
    asked = "cat(Filter(function(p) !requireNamespace(p, quietly = TRUE), c(%s)))" % ", ".join(
        '"%s"' % p for p in packages)
    done = subprocess.run(["Rscript", "--vanilla", "-e", asked], capture_output=True, text=True,
                          check=True)
    return set(done.stdout.split())


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("cli")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--tables", type=int, default=100)
    parser.add_argument("--only", default=",".join(METHODS))
    parser.add_argument("--keep", default="")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        if asked.keep:
            folder = asked.keep
            os.makedirs(folder, exist_ok=True)
        harness = Harness(asked.cli, folder, asked.seed, asked.tables)
        lacking = missing({p for needed in METHODS.values() for p in needed})
        for method in asked.only.split(","):
            away = [p for p in METHODS[method] if p in lacking]
            if away:
                print("%s: left out, because R has no package %s." % (method, " or ".join(away)),
                      file=sys.stderr)
                continue
            print("%s: %d tables" % (method, asked.tables), file=sys.stderr)
            getattr(harness, method.replace("-", "_"))()
        sys.exit(harness.finish())


if __name__ == "__main__":
    main()
