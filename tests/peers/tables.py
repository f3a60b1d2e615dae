# SPDX-License-Identifier: GPL-3.0-or-later
"""Random tables of many shapes, and how they may look in a CSV file.

A table is a dict of columns, name -> list of floats with None where a cell is missing. The text
written is read back by Python before it is compared, so any style of number may be used.
"""
import math
import random

SIZES = [3, 4, 5, 6, 8, 10, 13, 20, 35, 49, 50, 80, 150, 300, 534]
BIG_SIZES = [1000, 2000, 5000]


def normal(r, n):
    return [r.gauss(0, 1) for _ in range(n)]


def lognormal(r, n):
    return [math.exp(r.gauss(6, 1)) for _ in range(n)]


def tied(r, n):
    return [float(r.randint(0, 5)) for _ in range(n)]


def levels(r, n):
    return [float(r.choice([0, 0, 0, 1, 1, 2, 3, 4])) for _ in range(n)]


def huge(r, n):
    return [r.gauss(0, 1) * 1e150 for _ in range(n)]


def tiny(r, n):
    return [r.gauss(0, 1) * 1e-150 for _ in range(n)]


def offset(r, n):
    return [1e9 + round(r.gauss(0, 1), 3) for _ in range(n)]


def heavy(r, n):
    return [r.gauss(0, 1) / max(1e-3, abs(r.gauss(0, 1))) for _ in range(n)]


def pounds(r, n):
    return [round(math.exp(r.gauss(6.8, 0.7)), 2) for _ in range(n)]


def negative(r, n):
    return [-abs(r.gauss(50, 20)) for _ in range(n)]


COLUMNS = [normal, lognormal, tied, levels, huge, tiny, offset, heavy, pounds, negative]
PLAIN = [normal, lognormal, tied, levels, heavy, pounds, negative]


def pick_size(r, big=False, least=3):
    sizes = [s for s in SIZES + (BIG_SIZES if big else []) if s >= least]
    return r.choice(sizes)


def related(r, x, noise):
    """A column that follows x, however large x is."""
    spread = max(x) - min(x) or 1.0
    slope = r.choice([-2, -0.5, 0.1, 1, 3])
    return [slope * v + noise * spread * r.gauss(0, 1) for v in x]


def pair(r, big=True):
    """Two columns and a name for the shape."""
    n = pick_size(r, big)
    kind = r.choice(COLUMNS)
    x = kind(r, n)
    shape = r.random()
    if shape < 0.5:
        y = related(r, x, r.choice([0.05, 0.3, 1.0]))
        if kind in (tied, levels):
            y = [float(round(v)) for v in y]
        name = kind.__name__ + " and what follows it"
    elif shape < 0.9:
        other = r.choice(COLUMNS)
        y = other(r, n)
        name = kind.__name__ + " and " + other.__name__
    elif shape < 0.95:
        y = [2 * v for v in x]
        name = kind.__name__ + " and its double"
    else:
        y = [7.5] * n
        name = kind.__name__ + " and a constant"
    return {"x": x, "y": y}, name


def model(r, big=True, plain=False):
    """y and one to five columns."""
    p = r.choice([1, 1, 2, 3, 5])
    n = pick_size(r, big, least=p + 2 if r.random() < 0.97 else 3)
    kinds = [r.choice(PLAIN if plain else COLUMNS) for _ in range(p)]
    xs = [k(r, n) for k in kinds]
    names = [k.__name__ for k in kinds]
    shape = r.random()
    if shape < 0.06 and p > 1:
        xs[-1] = [3.0] * n
        names[-1] = "constant"
    elif shape < 0.14 and p > 2:
        xs[-1] = [a + b for a, b in zip(xs[0], xs[1])]
        names[-1] = "sum of two"
    elif shape < 0.20 and n > 8:
        xs[0][r.randrange(n)] += 1000 * (max(xs[0]) - min(xs[0]) + 1e-300)
        names[0] += " with leverage"
    elif shape < 0.26 and p > 1:
        xs[-1] = [v * (1 + 1e-6 * r.gauss(0, 1)) for v in xs[0]]
        names[-1] = "nearly the first"
    eta = [0.0] * n
    for x in xs:
        spread = max(x) - min(x) or 1.0
        b = r.gauss(0, 1)
        eta = [e + b * (v - x[0]) / spread for e, v in zip(eta, x)]
    y = [e + 0.5 * r.gauss(0, 1) for e in eta]
    shape = r.random()
    if shape < 0.1:
        far = r.sample(range(n), n // 2 - 1) if n > 4 else []
        for i in far:
            y[i] += 100 + 10 * r.gauss(0, 1)
        names.append("half are outliers")
    elif shape < 0.2:
        y = [round(v) * 1.0 for v in y]
        names.append("y rounded")
    elif shape < 0.3:
        scale = r.choice([1e100, 1e-100, 1e150, 1e-150])
        y = [v * scale for v in y]
        names.append("y times %g" % scale)
    elif shape < 0.4:
        y = [1e9 + round(v, 3) for v in y]
        names.append("y far from zero")
    elif shape < 0.43:
        y = [5.0] * n
        names.append("y constant")
    columns = {"y": y}
    for i, x in enumerate(xs):
        columns["x%d" % (i + 1)] = x
    return columns, ", ".join(names)


def p_values(r):
    n = r.choice([1, 2, 3, 5, 10, 40, 200, 1000])
    kind = r.choice(["even", "small", "tied", "ends", "tiny"])
    draw = {"even": r.random, "small": lambda: r.random() ** 6,
            "tied": lambda: r.randint(0, 10) / 10,
            "ends": lambda: float(r.choice([0, 1, 1, 0.5, 1e-300])),
            "tiny": lambda: 10.0 ** -r.randint(1, 300)}[kind]
    return {"p": [draw() for _ in range(n)]}, kind


def grouped(r):
    """y, up to three columns and a group, whether its labels are numbers, and the shape."""
    groups = r.choice([3, 5, 6, 8, 12, 30])
    each = r.choice([1, 2, 5, 12])
    labels = r.choice(["numbers", "words"])
    names = [str(g + 1) if labels == "numbers" else "group %s" % chr(65 + g % 26) + "x" * (g // 26)
             for g in range(groups)]
    between = r.choice([0, 0, 0.3, 1, 5, 100])
    shape = r.choice(["alike", "unlike", "single"])
    group, effect = [], []
    for name in names:
        size = {"alike": each, "unlike": r.randint(1, 2 * each + 1),
                "single": 1 if r.random() < 0.6 else each + 1}[shape]
        drawn = between * r.gauss(0, 1)
        group += [name] * size
        effect += [drawn] * size
    n = len(group)
    xs = [r.choice(PLAIN)(r, n) for _ in range(r.choice([0, 0, 1, 1, 3]))]
    if len(xs) == 3 and r.random() < 0.2:
        xs[2] = [a - b for a, b in zip(xs[0], xs[1])]
        shape += ", difference of two"
    if xs and r.random() < 0.1:
        xs[-1] = [2.0] * n
        shape += ", constant"
    if xs and r.random() < 0.1:
        xs[-1] = [float(names.index(g)) for g in group]
        shape += ", the same within groups"
    y = [e + r.gauss(0, 1) for e in effect]
    for x in xs:
        spread = max(x) - min(x) or 1.0
        b = r.gauss(0, 1)
        y = [e + b * (v - x[0]) / spread for e, v in zip(y, x)]
    if r.random() < 0.1:
        y = [round(v) * 1.0 for v in y]
        shape += ", y rounded"
    elif r.random() < 0.1:
        y = [1e6 + v for v in y]
        shape += ", y far from zero"
    elif r.random() < 0.1:
        scale = r.choice([1e-20, 1e20])
        y = [v * scale for v in y]
        shape += ", y times %g" % scale
    order = list(range(n))
    r.shuffle(order)
    columns = {"y": [y[i] for i in order]}
    for k, x in enumerate(xs):
        columns["x%d" % (k + 1)] = [x[i] for i in order]
    columns["group"] = [group[i] for i in order]
    return columns, labels, "%d groups, %s, between %g" % (groups, shape, between)


def estimates(r):
    n = r.choice([2, 3, 4, 5, 8, 15, 40, 200])
    between = r.choice([0, 0, 0.3, 1, 10])
    se = [math.exp(r.gauss(0, r.choice([0.1, 1, 2]))) for _ in range(n)]
    y = [r.choice([0, 3]) + between * r.gauss(0, 1) + s * r.gauss(0, 1) for s in se]
    shape = "between %g" % between
    kind = r.random()
    if kind < 0.1:
        y = [round(v) * 1.0 for v in y]
        shape += ", rounded"
    elif kind < 0.2:
        scale = r.choice([1e-30, 1e30, 1e-100, 1e100])
        y, se = [v * scale for v in y], [s * scale for s in se]
        shape += ", times %g" % scale
    elif kind < 0.25:
        y = [2.0] * n
        shape += ", all alike"
    elif kind < 0.3:
        se[0] /= 1e4
        shape += ", one exact"
    return {"y": y, "se": se}, shape


def ratings(r, fine=False, words=False, most=6):
    """One column a rater."""
    raters = r.randint(2, most)
    n = r.choice([2, 3, 4, 6, 10, 30, 100])
    levels = r.choice([2, 3, 5])
    shape = r.choice(["close", "close", "apart", "one of no spread", "same", "far from zero",
                      "one category rare"])
    truth = [r.randint(0, levels - 1) for _ in range(n)]
    columns = {}
    for k in range(raters):
        noise = {"apart": 1.0, "same": 0.0}.get(shape, 0.3)
        column = [t if r.random() >= noise else r.randint(0, levels - 1) for t in truth]
        if shape == "one of no spread" and k == 0:
            column = [1] * n
        if shape == "one category rare":
            column = [1 if v < levels - 1 or r.random() < 0.8 else v for v in column]
        column = [float(v) for v in column]
        if fine:
            column = [v + r.gauss(0, 0.5) for v in column]
        if shape == "far from zero":
            column = [v + 1e6 for v in column]
        columns["r%d" % (k + 1)] = column
    if words:
        columns = {name: ["level %g" % v for v in column] for name, column in columns.items()}
    return columns, "%d raters, %d children, %d levels, %s" % (raters, n, levels, shape)


def with_gaps(r, columns, share):
    n = len(next(iter(columns.values())))
    return {
        name: [None if r.random() < share else v for v in values]
        for name, values in columns.items()
    }, n


def complete(columns, names):
    """Row numbers from 1 and values of the rows in which every named column has one."""
    rows, values = [], {name: [] for name in names}
    for i in range(len(columns[names[0]])):
        if all(columns[name][i] is not None for name in names):
            rows.append(i + 1)
            for name in names:
                values[name].append(columns[name][i])
    return rows, values


def styled(r, v):
    text = repr(v)
    if r.random() < 0.7:
        return text
    choice = r.random()
    if choice < 0.2 and v > 0:
        return "+" + text
    if choice < 0.4 and text.startswith("0."):
        return text[1:]
    if choice < 0.5 and text.startswith("-0."):
        return "-" + text[2:]
    if choice < 0.7:
        return "%.16e" % v
    if choice < 0.8 and text.endswith(".0"):
        return text[:-2] if r.random() < 0.5 else text[:-1]
    if choice < 0.9:
        return ("%.17g" % v).replace("e", "E")
    return " " + text + " "


def write(r, path, columns, plain=False):
    """Writes the CSV and returns what it says, gaps as None."""
    names = list(columns)
    fancy = not plain and r.random() < 0.4
    end = "\r\n" if fancy and r.random() < 0.5 else "\n"
    bom = "\ufeff" if fancy and r.random() < 0.4 else ""
    quoted = fancy and r.random() < 0.4
    said = {name: [] for name in names}
    lines = [",".join('"%s"' % n.replace('"', '""') if quoted or any(c in n for c in ',"')
                      else n for n in names)]
    for i in range(len(columns[names[0]])):
        cells = []
        for name in names:
            v = columns[name][i]
            if v is None:
                # A line of nothing at all is no row: say NA in a table of one column.
                cells.append(r.choice(["", "NA"]) if len(names) > 1 else "NA")
                said[name].append(None)
            elif isinstance(v, str):
                cells.append('"%s"' % v.replace('"', '""') if quoted or any(c in v for c in ',"')
                             else v)
                said[name].append(v)
            else:
                text = styled(r, v) if fancy else repr(v)
                said[name].append(float(text))
                cells.append('"%s"' % text if quoted else text)
        lines.append(",".join(cells))
    with open(path, "w", encoding="utf-8", newline="") as f:
        f.write(bom + end.join(lines) + (end if r.random() < 0.8 else ""))
    return said


def seeded(seed, *what):
    return random.Random("%d/%s" % (seed, "/".join(map(str, what))))
