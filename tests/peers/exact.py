# SPDX-License-Identifier: GPL-3.0-or-later
"""Least squares in rational arithmetic: the true answer for the doubles as given, to judge by where
the engine and R differ. For full rank only."""
from fractions import Fraction
from math import isqrt


def root(q):
    """√ of a fraction, to some 40 digits."""
    if q <= 0:
        return Fraction(0)
    shift = 140 + max(0, q.denominator.bit_length() - q.numerator.bit_length()) // 2
    return Fraction(isqrt((q.numerator << (2 * shift)) // q.denominator), 1 << shift)


def inverse(a):
    n = len(a)
    m = [list(row) + [Fraction(int(i == j)) for j in range(n)] for i, row in enumerate(a)]
    for k in range(n):
        pivot = next((i for i in range(k, n) if m[i][k] != 0), None)
        if pivot is None:
            return None
        m[k], m[pivot] = m[pivot], m[k]
        d = m[k][k]
        m[k] = [v / d for v in m[k]]
        for i in range(n):
            if i != k and m[i][k] != 0:
                f = m[i][k]
                m[i] = [v - f * w for v, w in zip(m[i], m[k])]
    return [row[n:] for row in m]


def ols(columns, y, intercept):
    """columns without the intercept. Nothing when they are not of full rank."""
    n = len(y)
    x = [[Fraction(1)] * n] if intercept else []
    x += [[Fraction(v) for v in c] for c in columns]
    y = [Fraction(v) for v in y]
    p = len(x)
    inv = inverse([[sum(a * b for a, b in zip(x[i], x[j])) for j in range(p)] for i in range(p)])
    if inv is None or n <= p:
        return None
    xy = [sum(a * b for a, b in zip(c, y)) for c in x]
    b = [sum(inv[i][j] * xy[j] for j in range(p)) for i in range(p)]
    e = [y[r] - sum(b[j] * x[j][r] for j in range(p)) for r in range(n)]
    rss = sum(v * v for v in e)
    df = n - p
    s2 = rss / df
    mean = sum(y) / n if intercept else Fraction(0)
    total = sum((v - mean) ** 2 for v in y)
    hat, hc = [], [Fraction(0)] * p
    for r in range(n):
        row = [c[r] for c in x]
        along = [sum(inv[i][j] * row[j] for j in range(p)) for i in range(p)]
        h = sum(row[i] * along[i] for i in range(p))
        hat.append(h)
        if h != 1:
            for i in range(p):
                hc[i] += (along[i] * e[r] / (1 - h)) ** 2
    se = [root(s2 * inv[i][i]) for i in range(p)]
    said = {"estimate": b, "se": se, "sigma": root(s2), "se_hc3": [root(v) for v in hc],
            "hat": hat, "df": df}
    if total > 0:
        said["r_squared"] = 1 - rss / total
        freedom = n - 1 if intercept else n
        said["adj_r_squared"] = 1 - (1 - said["r_squared"]) * freedom / df
    if any(h == 1 for h in hat):
        del said["se_hc3"]
    elif rss > 0:
        said["cooks"] = [v * v * h / (p * s2 * (1 - h) ** 2) if h < 1 else None
                         for v, h in zip(e, hat)]
        if df > 1:
            left = [(rss - v * v / (1 - h)) / (df - 1) for v, h in zip(e, hat)]
            if all(v > 0 for v in left) and all(h < 1 for h in hat):
                said["rstudent"] = [
                    (v / root(q * (1 - h))) for v, h, q in zip(e, hat, left)]
    if rss > 0:
        said["t"] = [v / w if w else None for v, w in zip(b, se)]
    return said
