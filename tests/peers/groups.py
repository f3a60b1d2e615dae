# SPDX-License-Identifier: GPL-3.0-or-later
"""Groups against one another: mixed models, estimates with errors, adjusted p-values."""
import math
from fractions import Fraction

import tables


class Groups:
    """The part of the harness that compares them; see peers.py."""

    def adjust(self):
        cases = []
        for i in range(self.count):
            r = tables.seeded(self.seed, "adjust", i)
            columns, shape = tables.p_values(r)
            said = self.table(r, "adjust%d" % i, columns)
            kind = r.choice(["bh", "by", "holm"])
            cases.append(self.case("adjust%d" % i, "adjust", ["--p", "p", "--kind", kind], said,
                                   ["p"], shape, {"kind": kind, "gaps": True}))
        answers = self.peers(cases)
        for case in cases:
            ours, theirs = self.run(case), answers[case.id]
            if "refused" in ours:
                self.hold(case, False, "refused: " + ours["refused"])
                continue
            theirs = self.listed(theirs["adjusted"])
            self.hold(case, len(ours["adjusted"]) == len(theirs), "adjusted: length")
            for at, (a, b) in enumerate(zip(ours["adjusted"], theirs)):
                self.hold(case, (a is None) == (b is None), "adjusted[%d]: %r, R %r" % (at, a, b))
                self.check(case, "adjusted[%d]" % at, a, b, 1e-12)

    def random_intercept(self):
        cases = []
        for i in range(self.count):
            r = tables.seeded(self.seed, "random-intercept", i)
            columns, labels, shape = tables.grouped(r)
            names = [name for name in columns if name != "group"]
            ml = r.random() < 0.3
            args = ["--y", "y", "--group", "group"] + (["--ml"] if ml else [])
            if len(names) > 1:
                args += ["--x", ",".join(names[1:])]
            said = self.table(r, "random-intercept%d" % i, columns)
            rows, values = tables.complete(said, names + ["group"])
            case = self.case("random-intercept%d" % i, "random-intercept", args, said,
                             names + ["group"], shape, {"kind": "ml" if ml else "reml"})
            # As the engine orders them: as numbers where all are numbers.
            found = sorted(set(values["group"]), key=float if labels == "numbers" else str)
            case.options["coded"] = {"group": [float(found.index(g)) for g in values["group"]]}
            case.groups = found
            cases.append(case)
        answers = self.peers(cases)
        for case in cases:
            self.compare_random_intercept(case, self.run(case), answers[case.id])

    def compare_random_intercept(self, case, ours, theirs):
        rows, values = tables.complete(case.columns, case.names)
        sizes = [values["group"].count(g) for g in case.groups]
        if "refused" in ours:
            # What lme4 refuses too, and what no model can tell: where the columns explain all that
            # varies within groups, the likelihood has no end as the residual variance falls.
            few = len(sizes) < 5 or len(rows) - len(sizes) <= len(case.names) - 2
            self.hold(case, few or "error" in theirs or case.flat(values), "refused: " +
                      ours["refused"] + " R: %r" % (theirs,))
            return
        self.hold(case, [g["group"] for g in ours["group_effects"]] ==
                  [str(g) for g in case.groups], "the groups' order")
        if "error" in theirs:
            return
        size = abs(theirs["criterion"]) + len(rows)
        name = "random-intercept criterion"
        self.compared[name] += 1
        # The lower criterion is the better fit.
        if ours["criterion"] > theirs["criterion"] + 1e-7 * size:
            self.hold(case, False, "criterion: %r, R has %r" % (ours["criterion"],
                                                                theirs["criterion"]))
        if ours["criterion"] < theirs["criterion"] - 1e-8 * size:
            self.compared["random-intercept, closer to the optimum than R"] += 1
            return
        total = theirs["group_variance"] + theirs["residual_variance"]
        self.check(case, "residual variance", ours["variances"]["residual"],
                   theirs["residual_variance"], 1e-4, 1e-4 * total)
        self.check(case, "group variance", ours["variances"]["group"], theirs["group_variance"],
                   1e-3, 1e-3 * total)
        told = [c for c in ours["fixed"] if c["estimate"] is not None]
        for at, (c, b, se) in enumerate(zip(told, self.listed(theirs["estimate"]),
                                            self.listed(theirs["se"]))):
            self.check(case, "estimate[%d]" % at, c["estimate"], b, 1e-3, 0.1 * se)
            self.check(case, "se[%d]" % at, c["se"], se, 2e-3)
        for at, (g, b) in enumerate(zip(ours["group_effects"], self.listed(theirs["effects"]))):
            self.check(case, "effect[%d]" % at, g["effect"], b, 3e-3, math.sqrt(total))

    def meta(self):
        cases = []
        for i in range(self.count):
            r = tables.seeded(self.seed, "meta", i)
            columns, shape = tables.estimates(r)
            kind = r.choice(["reml", "reml", "dl", "pm"])
            said = self.table(r, "meta%d" % i, columns)
            cases.append(self.case("meta%d" % i, "meta", ["--y", "y", "--se", "se", "--kind", kind],
                                   said, ["y", "se"], shape, {"kind": kind}))
        answers = self.peers(cases)
        for case in cases:
            self.compare_meta(case, self.run(case), answers[case.id])

    def compare_meta(self, case, ours, theirs):
        rows, values = tables.complete(case.columns, case.names)
        if "refused" in ours:
            self.hold(case, len(rows) < 2 or min(values["se"]) <= 0,
                      "refused: " + ours["refused"] + " R: %r" % (theirs,))
            return
        if "error" in theirs:
            self.compared["meta, R gives up"] += 1
            return
        # R stops when τ² moves by less than 1e-5 of the typical variance.
        typical = theirs["typical"]
        self.check(case, "q", ours["q"], self.exact_q(values), 1e-12)
        if abs(ours["q"] - theirs["q"]) < 1e-9 * theirs["q"]:  # R's loses digits to one exact row
            away = abs(ours["q"] - theirs["q"])
            self.check(case, "p", ours["p"], theirs["p"], 1e-7 + away, 1e-290)
        if case.options["kind"] == "reml":
            better = self.restricted(values, ours["tau2"]) - self.restricted(values,
                                                                             theirs["tau2"])
            self.hold(case, better > -1e-7, "tau2: %r, R has %r, likelier by %g" % (
                ours["tau2"], theirs["tau2"], -better))
            if better > 1e-7:
                self.compared["meta, likelier than R"] += 1
                return
        self.check(case, "tau2", ours["tau2"], theirs["tau2"], 1e-4, typical)
        self.check(case, "estimate", ours["estimate"], theirs["estimate"], 1e-4, theirs["se"])
        self.check(case, "se", ours["se"], theirs["se"], 1e-4)
        self.check(case, "i2", ours["i2"], theirs["i2"], 1e-3, 1.0)
        for at, (a, b, se) in enumerate(zip(ours["shrunk"], self.listed(theirs["shrunk"]),
                                            self.listed(theirs["shrunk_se"]))):
            self.check(case, "shrunk[%d]" % at, a["estimate"], b, 1e-3, values["se"][at])
            self.check(case, "shrunk se[%d]" % at, a["se"], se, 1e-3, 1e-2 * values["se"][at])

    @staticmethod
    def exact_q(values):
        """Cochran's Q in rational arithmetic, for the doubles as given."""
        y, w = [Fraction(v) for v in values["y"]], [1 / Fraction(s) ** 2 for s in values["se"]]
        mean = sum(a * b for a, b in zip(w, y)) / sum(w)
        return float(sum(a * (b - mean) ** 2 for a, b in zip(w, y)))

    @staticmethod
    def restricted(values, tau2):
        """The restricted log-likelihood, but for what is the same for every τ²."""
        size = max(values["se"])
        w = [1 / (tau2 / size / size + (s / size) ** 2) for s in values["se"]]
        y = [v / size for v in values["y"]]
        mean = sum(a * b for a, b in zip(w, y)) / sum(w)
        return 0.5 * (sum(map(math.log, w)) - math.log(sum(w)) -
                      sum(a * (b - mean) ** 2 for a, b in zip(w, y)))
