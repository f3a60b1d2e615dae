# SPDX-License-Identifier: GPL-3.0-or-later
"""How alike raters score: intraclass correlations, kappa and alpha."""
import tables


class Ratings:
    """The part of the harness that compares them; see peers.py."""

    def icc(self):
        cases = []
        for i in range(self.count):
            r = tables.seeded(self.seed, "icc", i)
            columns, shape = tables.ratings(r, fine=r.random() < 0.4)
            names = list(columns)
            said = self.table(r, "icc%d" % i, columns)
            cases.append(self.case("icc%d" % i, "icc", ["--x", ",".join(names)], said, names,
                                   shape))
        answers = self.peers(cases)
        for case in cases:
            ours, theirs = self.run(case), answers[case.id]
            rows, values = tables.complete(case.columns, case.names)
            if "refused" in ours:
                few = len(rows) < 2 or len(case.names) < 2
                self.hold(case, few or case.flat(values), "refused: " + ours["refused"])
                continue
            if "error" in theirs:
                continue
            # Mean squares that are all but nothing beside the ratings are rounding in R.
            size = max(abs(v) for name in case.names for v in values[name])
            if min(ours["ms_residual"], ours["ms_children"]) < 1e-18 * size * size:
                continue
            # R's sums of squares are of the ratings themselves: what is far from zero costs digits.
            tolerance = 1e-4 if shape_is_far(values, case.names) else 1e-9
            for at, one in enumerate(ours["cases"]):
                for key in ("estimate", "lower", "upper"):
                    if one[key] is None and abs(theirs[key][at] or 1e99) > 1e6:
                        continue  # divided by nothing, and by rounding in R
                    if key == "upper" and theirs["lower"][at] is None:
                        continue  # of so few degrees of freedom that R has half an interval
                    self.check(case, "%s[%d]" % (key, at), one[key], theirs[key][at], tolerance,
                               1e-2)

    def kappa(self):
        cases = []
        for i in range(self.count):
            r = tables.seeded(self.seed, "kappa", i)
            columns, shape = tables.ratings(r, words=r.random() < 0.3, most=r.choice([2, 2, 4]))
            names = list(columns)
            words = isinstance(next((v for v in columns[names[0]] if v is not None)), str)
            weights = "none" if words or len(names) > 2 else r.choice(["none", "linear",
                                                                       "quadratic"])
            said = self.table(r, "kappa%d" % i, columns)
            case = self.case("kappa%d" % i, "kappa", ["--x", ",".join(names), "--weights",
                                                      weights],
                             said, names, shape, {"weights": weights})
            if words:
                rows, values = tables.complete(said, names)
                found = sorted({v for name in names for v in values[name]})
                case.options["coded"] = {name: [float(found.index(v)) for v in values[name]]
                                         for name in names}
            cases.append(case)
        answers = self.peers(cases)
        for case in cases:
            ours, theirs = self.run(case), answers[case.id]
            if "refused" in ours:
                rows, values = tables.complete(case.columns, case.names)
                used = {v for name in case.names for v in values[name]}
                self.hold(case, len(rows) < 2 or len(used) < 2, "refused: " + ours["refused"])
                continue
            if "error" in theirs:
                continue
            self.check(case, "estimate", ours["estimate"], theirs["estimate"], 1e-10, 1e-2)
            if theirs["se"] and theirs["se"] > 1e-7:  # otherwise rounding, or of one child
                self.check(case, "se", ours["se"], theirs["se"], 1e-8, 1e-3)

    def alpha(self):
        cases = []
        for i in range(self.count):
            r = tables.seeded(self.seed, "alpha", i)
            columns, shape = tables.ratings(r)
            names = list(columns)
            level = r.choice(["nominal", "ordinal", "interval", "ratio"])
            if r.random() < 0.6:
                columns, _ = tables.with_gaps(r, columns, r.choice([0.1, 0.4, 0.8]))
            said = self.table(r, "alpha%d" % i, columns, gaps=False)
            cases.append(self.case("alpha%d" % i, "alpha", ["--x", ",".join(names), "--level",
                                                            level],
                                   said, names, shape, {"kind": level, "gaps": True}))
        answers = self.peers(cases)
        for case in cases:
            ours, theirs = self.run(case), answers[case.id]
            if "refused" in ours:
                self.hold(case, "error" in theirs or theirs["estimate"] is None,
                          "refused: %s R: %r" % (ours["refused"], theirs))
                continue
            self.hold(case, "error" not in theirs and theirs["estimate"] is not None,
                      "%r, R: %r" % (ours["estimate"], theirs))
            if "error" not in theirs:
                self.check(case, "estimate", ours["estimate"], theirs["estimate"], 1e-10, 1e-2)
                self.check(case, "pairable", ours["pairable"], theirs["pairable"], 0)


def shape_is_far(values, names):
    every = [v for name in names for v in values[name]]
    return max(every) - min(every) < 1e-4 * max(map(abs, every))
