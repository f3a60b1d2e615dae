#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Works findings of `twelvefold-cli analyse` out again from the cohort table.

    recompute.py CLI [--children N] [--seed N] [--planted N] [--keep FOLDER] [--without-r]

Makes a demonstration council, writes its cohort table and second ratings, and works out again what
`analyse --json` says of it, by what docs/methods.md says and nothing else: here with the standard
library, in recompute.R with R and what R always comes with. Prints one line a figure: name, ours,
theirs, difference, ok. Ends with 1 where one does not agree.
"""
import argparse
import csv
import json
import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
from bisect import bisect_left
from datetime import date
from itertools import combinations

HERE = os.path.dirname(os.path.abspath(__file__))
NORMAL = statistics.NormalDist()
FEWEST_SIMILAR, NEAREST = 5, 10 # comparators; where fewer are similar, so many of the nearest
INTENSIVE, FEW_INTENSIVE = 3, 1 # the level that calls for it, and in how many domains it may
STALE_AFTER_DAYS = 183
COMPARED_WITH_NOBODY = ('with_parents', 'adoption')
RESIDENTIAL_THAT_IS_ASKED = ('childrens_home', 'school', 'unregistered', 'other')
NOT_OF_PRICES = ('stale', 'cost_of_two_placements', 'cost_twice', 'cost_outside_placement',
                 'cost_outlives_placement')


class Lines:
    """What is printed."""

    def __init__(self):
        self.failed = 0

    def holds(self, name, ours, theirs, tolerance=1e-9):
        several = isinstance(ours, (list, tuple))
        pairs = list(zip(ours, theirs)) if several else [(ours, theirs)]
        difference = max((abs(a - b) / max(abs(b), 1) for a, b in pairs), default=0)
        ok = difference <= tolerance and (not several or len(ours) == len(theirs))
        self.failed += not ok
        shown = [f'{len(ours)} values', ''] if several else [f'{ours:.8g}', f'{theirs:.8g}']
        print(f'{name:<68} {shown[0]:>16} {shown[1]:>16} {difference:9.1e}  {"ok" if ok else "NOT OK"}')

    def same(self, name, ours, theirs):
        """Sets: how many are in both."""
        self.holds(name, len(ours & theirs), len(ours | theirs), 0)


# --- What the program writes ---------------------------------------------------------------------

class Council:
    def __init__(self, cli, folder, children, seed, planted):
        def at(name):
            return os.path.join(folder, name)
        store = at('council.twelvefold')
        run(cli, 'demo', '--out', store, '--children', children, '--seed', seed, '--planted', planted)
        run(cli, 'cohort', '--store', store, '--out', at('cohort.csv'))
        run(cli, 'cohort', '--store', store, '--ratings', '--out', at('ratings.csv'))
        self.said = json.loads(run(cli, 'analyse', '--store', store, '--json', '--trace'))
        self.cohort = table(at('cohort.csv'))
        self.ratings = table(at('ratings.csv'))
        self.row = {row['pseudonym']: row for row in self.cohort}
        self.domains = [name for name in self.cohort[0]
                        if name.startswith('need_') and name != 'need_total']
        self.census = date.fromisoformat(self.said['cohort']['census'])
        self.paid = {child['pseudonym']: child for child in self.said['amounts']['children']}
        self.flagged = {(flag['flag'], flag['pseudonym']) for flag in self.said['flags']}
        # Need and cost known: who is compared.
        self.known = [row for row in self.cohort
                      if row['need_total'] and row['weekly_cost'] and float(row['weekly_cost']) > 0
                      and row['setting'] not in COMPARED_WITH_NOBODY]

    def flagged_as(self, *rules):
        return {child for rule, child in self.flagged if rule in rules}

    def levels(self, row):
        return [int(row[domain]) for domain in self.domains]

    def is_stale(self, row):
        return (self.census - date.fromisoformat(row['assessed_on'])).days > STALE_AFTER_DAYS

    def intensive(self, levels):
        return sum(level >= INTENSIVE for level in levels)

    def rated(self, which, rating):
        return [int(rating[which + domain.removeprefix('need')]) for domain in self.domains]


def run(cli, *arguments):
    done = subprocess.run([cli, *map(str, arguments)], capture_output=True, text=True, check=False)
    if done.returncode != 0:
        sys.exit(f'{" ".join(map(str, arguments))}: {done.stderr}')
    return done.stdout


def table(path):
    with open(path, encoding='utf-8', newline='') as file:
        return list(csv.DictReader(file))


def apart(a, b):
    return sum(abs(x - y) for x, y in zip(a, b))


# --- Amounts -------------------------------------------------------------------------------------

def amounts(council, lines):
    said = council.said['amounts']
    def pence(told, part):
        return round(100 * told[part])
    def off(told):
        return pence(told, 'need') + pence(told, 'placement') + pence(told, 'price') - pence(told, 'spend')
    for name in ('children', 'settings', 'providers'):
        lines.holds(f'amounts: need + placement + price - spend in pence, {name}',
                    [off(told) for told in said[name]], [0] * len(said[name]), 0)
    lines.holds('amounts: the same, the whole', off(said['whole']), 0, 0)
    lines.holds('amounts: spend, pounds a week',
                sum(float(council.row[child]['weekly_cost']) for child in council.paid),
                said['whole']['spend'])
    for part in ('spend', 'need', 'placement', 'price'):
        for name, of in (('setting', 'settings'), ('provider', 'providers')):
            sums = {}
            for child, told in council.paid.items():
                key = council.row[child][name]
                sums[key] = sums.get(key, 0) + pence(told, part)
            lines.holds(f'amounts: {part} by {name}, of the children',
                        [sums[told[name]] for told in said[of]], [pence(told, part) for told in said[of]], 0)
    for part in ('placement', 'price'):
        parts = [pence(told, part) for told in council.paid.values()]
        lines.holds(f'amounts: {part} above and below zero',
                    [sum(x for x in parts if x > 0), sum(x for x in parts if x < 0)],
                    [pence(said['whole'], part + '_more'), pence(said['whole'], part + '_less')], 0)


# --- Comparators and pairs -----------------------------------------------------------------------

def expected_costs(council, lines):
    tolerance = council.said['similar_need']['tolerance']
    profiles = [(row['pseudonym'], council.levels(row), float(row['weekly_cost']))
                for row in council.known]
    told = {child['pseudonym']: child for child in council.said['expected_cost']['children']}
    ours, theirs = [], []
    for child, own, _ in profiles:
        others = sorted((apart(own, levels), other, cost) for other, levels, cost in profiles
                        if other != child)
        similar = [cost for distance, _, cost in others if distance <= tolerance]
        if len(similar) < FEWEST_SIMILAR:
            similar = [cost for _, _, cost in others[:NEAREST]]
        ours.append(statistics.median(similar))
        theirs.append(told[child]['expected'])
    lines.holds('comparators: expected cost by child', ours, theirs)


def pairs(council, lines):
    said = council.said['similar_need']
    by_kind = {'same': [], 'different': []}
    ratios = []
    for a, b in combinations(council.known, 2):
        if apart(council.levels(a), council.levels(b)) > said['tolerance']:
            continue
        costs = float(a['weekly_cost']), float(b['weekly_cost'])
        ratios.append(max(costs) / min(costs))
        if a['placement_kind'] and b['placement_kind']:
            alike = 'same' if a['placement_kind'] == b['placement_kind'] else 'different'
            by_kind[alike].append(ratios[-1])
    lines.holds('pairs: of similar need', len(ratios), said['pairs_considered'], 0)
    at_least = said['pairs_at_least']
    lines.holds('pairs: at least so many times apart',
                [sum(ratio >= float(times) for ratio in ratios) for times in at_least],
                list(at_least.values()), 0)
    for alike, found in by_kind.items():
        told = council.said['pairs_by_kind'][alike]
        lines.holds(f'pairs: {alike} kind of placement', len(found), told['considered'], 0)
        lines.holds(f'pairs: {alike} kind, at least so many times apart',
                    [sum(ratio >= float(times) for ratio in found) for times in told['pairs_at_least']],
                    list(told['pairs_at_least'].values()), 0)


# --- Noise and change ----------------------------------------------------------------------------

def noise(council, lines):
    """The standard error of measurement, for what rests on it."""
    said = council.said['noise']
    counted = [rating for rating in council.ratings if rating['counts'] == '1']
    differences = [float(r['first_total']) - float(r['second_total']) for r in counted]
    sem = (statistics.variance(differences) / 2) ** 0.5
    lines.holds('noise: standard error of measurement', sem, said['sem'])
    distances = sorted(apart(council.rated('first', r), council.rated('second', r)) for r in counted)
    mark = next(d for d in distances if sum(e <= d for e in distances) >= len(distances) / 2)
    lines.holds('noise: tolerance mark', mark, said['tolerance_mark'], 0)
    return sem


def reliable_change(council, lines, sem):
    said = council.said['change']
    beyond = NORMAL.inv_cdf(.975) * 2 ** 0.5 * sem
    lines.holds('change: more than scoring noise', beyond, said['reliable_levels'])
    changes = {row['pseudonym']: float(row['need_total']) - float(row['earlier_need_total'])
               for row in council.cohort if row['need_total'] and row['earlier_need_total']}
    lines.holds('change: better, worse, unclear',
                [sum(c < -beyond for c in changes.values()), sum(c > beyond for c in changes.values()),
                 sum(abs(c) <= beyond for c in changes.values())],
                [said['better'], said['worse'], said['unclear']], 0)
    told = {child['pseudonym']: child['change'] for child in said['children']}
    lines.holds('change: by child', [changes[child] for child in told], list(told.values()), 0)
    return beyond, changes


# --- Questions -----------------------------------------------------------------------------------

def false_discovery(p):
    """Benjamini and Hochberg's q, and the local rate: 1 / the falling density that is the slope of
    the least concave majorant of the distribution of p (Grenander)."""
    order = sorted(range(len(p)), key=lambda i: p[i])
    q, least = [0.0] * len(p), 1.0
    for rank in range(len(p), 0, -1):
        i = order[rank - 1]
        least = min(least, p[i] * len(p) / rank)
        q[i] = least
    corners = [(0.0, 0.0)]
    for rank, i in enumerate(order, 1):
        point = (p[i], rank / len(p))
        while len(corners) > 1 and rises(corners[-2], corners[-1]) <= rises(corners[-1], point):
            corners.pop()
        corners.append(point)
    ends = [x for x, _ in corners]
    def density(x):
        at = max(bisect_left(ends, x), 1)
        return rises(corners[at - 1], corners[at])
    return q, [min(1 / density(x), 1) for x in p]


def rises(a, b):
    return (b[1] - a[1]) / (b[0] - a[0]) if b[0] > a[0] else float('inf')


def price_questions(council, lines):
    refused = council.flagged_as(*NOT_OF_PRICES)
    priced = [child for child in council.paid.values()
              if child['pseudonym'] not in refused and child['standard_price'] is not None]
    p = [2 * NORMAL.cdf(-abs(child['standard_price'])) for child in priced]
    q, local = false_discovery(p)
    asked = {child['pseudonym']: (child, q[i], local[i]) for i, child in enumerate(priced)
             if q[i] <= .1 and (child['standard_price'] > 0) == (child['price'] > 0)}
    lines.same('questions: whose price stands out', set(asked),
               council.flagged_as('price_above', 'price_below'))
    told = [line for line in council.said['worklist']
            if line['question'] in ('price_above', 'price_below') and line['pseudonym'] in asked]
    lines.holds('questions: false alarms (q)', [asked[line['pseudonym']][1] for line in told],
                [line['false_alarms'] for line in told], 1e-6)
    worth = []
    for line in told:
        if line['question'] == 'price_above':
            child, _, chance = asked[line['pseudonym']]
            a_week = (1 - chance) * 2 / 10 * child['price']
            worth.append((nearest_by_weeks(lambda weeks, w=a_week: w * weeks, line), line['value']))
    lines.holds('questions: what asking about a price is worth', *columns(worth), 1e-3)


def columns(pairs_of):
    return [a for a, _ in pairs_of], [b for _, b in pairs_of]


def nearest_by_weeks(worth, line):
    """The table tells ages in whole years and the trace whole weeks, so to half a week."""
    weeks = weeks_to_come(line)
    ends = sorted((worth(max(weeks - .5, 0)), worth(min(weeks + .5, 52))))
    return min(max(line['value'], ends[0]), ends[1])


def weeks_to_come(line):
    for step in line['trace']['steps']:
        found = re.search(r'(?:over|for) the (\d+) weeks? to come', step)
        if found:
            return int(found.group(1))
    return None


def move_questions(council, lines, beyond, changes):
    second = {(r['pseudonym'], r['assessed_on']): council.rated('second', r) for r in council.ratings}
    step_down, placement, could_fall = set(), set(), 0
    for child, told in council.paid.items():
        row = council.row[child]
        intensive = council.intensive(council.levels(row))
        if row['setting'] not in RESIDENTIAL_THAT_IS_ASKED or council.is_stale(row):
            continue
        if intensive == 0 and child in changes:
            could_fall += 1
            if changes[child] < -beyond:
                step_down.add(child)
        again = second.get((child, row['assessed_on']))
        if (intensive <= FEW_INTENSIVE and told['residential_chance'] < .5 and
                (again is None or council.intensive(again) <= FEW_INTENSIVE)):
            placement.add(child)
    lines.same('questions: possible step-down', step_down, council.flagged_as('step_down'))
    lines.same('questions: placement', placement - step_down, council.flagged_as('placement'))
    told = {rule['rule']: rule['on_nothing'] for rule in council.said['worklist_rules']['rules']}
    few = [r for r in council.ratings if council.intensive(council.rated('first', r)) <= FEW_INTENSIVE]
    more = sum(council.intensive(council.rated('second', r)) > FEW_INTENSIVE for r in few)
    lines.holds('questions: placement on nothing', more / len(few) * len(placement), told['placement'])
    step = int(beyond) + 1
    sem = beyond / (NORMAL.inv_cdf(.975) * 2 ** 0.5)
    lines.holds('questions: step-down on nothing',
                could_fall * NORMAL.cdf(-(step - .5) / (2 ** 0.5 * sem)), told['step_down'])


def records(council, lines):
    """Questions that tell what is recorded."""
    stale = {row['pseudonym'] for row in council.cohort
             if row['kind'] == 'cla' and row['assessed_on'] and council.is_stale(row)}
    lines.same('questions: need out of date', stale, council.flagged_as('stale'))
    looked_after = [row for row in council.cohort if row['kind'] == 'cla']
    lines.same('questions: need not known', {r['pseudonym'] for r in looked_after if not r['need_total']},
               council.flagged_as('need_missing'))
    lines.same('questions: cost not known',
               {r['pseudonym'] for r in looked_after if not float(r['weekly_cost'] or 0) > 0},
               council.flagged_as('cost_missing'))
    lines.same('questions: unregistered',
               {r['pseudonym'] for r in looked_after if r['setting'] == 'unregistered'},
               council.flagged_as('unregistered'))
    lines.holds('questions: worth of all', worth_of_all(council),
                council.said['worklist_rules']['value'])


def worth_of_all(council):
    """Of a child who may move and whose price stands out the price counts as far as no move is agreed."""
    rules = council.said['worklist_rules']
    agreed = next(int(found.group(1)) / 100 for rest in rules['rests_on']
                  if (found := re.search(r'agreed (\d+) times in 100', rest)))
    priced = [line for line in council.said['worklist'] if line['value'] is not None]
    may_move = {line['pseudonym'] for line in priced if line['question'] in ('placement', 'step_down')}
    return sum(line['value'] * (1 - agreed if line['question'] == 'price_above' and
                                line['pseudonym'] in may_move else 1) for line in priced)


# --- R -------------------------------------------------------------------------------------------

def paths(value, at=''):
    """Every plain value of an answer, with the way to it."""
    if isinstance(value, dict):
        for key, part in value.items():
            yield from paths(part, f'{at}.{key}' if at else key)
    elif isinstance(value, list):
        for index, part in enumerate(value):
            yield from paths(part, f'{at}.{index}')
    elif value is not None:
        yield at, value


def write(path, headings, rows):
    with open(path, 'w', encoding='utf-8', newline='') as file:
        csv.writer(file).writerows([headings, *[['' if v is None else v for v in row] for row in rows]])


def ask_r(council, folder):
    """R has no JSON of its own: what it needs of the answer goes into tables."""
    said = {key: council.said[key] for key in ('noise', 'change', 'headline', 'same_need_contrast',
                                               'provider_model', 'provider_outcomes', 'need_explains')}
    said['amounts'] = {key: council.said['amounts'][key] for key in ('whole', 'kinds')}
    write(os.path.join(folder, 'said.csv'), ['path', 'value'], paths(said))
    refused = council.flagged_as(*NOT_OF_PRICES)
    names = list(next(iter(council.paid.values())))
    write(os.path.join(folder, 'paid.csv'), names + ['can_be_asked'],
          [[child[name] for name in names] + [int(child['pseudonym'] not in refused)]
           for child in council.paid.values()])
    write(os.path.join(folder, 'asked.csv'), ['pseudonym', 'question', 'value', 'false_alarms', 'weeks'],
          [[line['pseudonym'], line['question'], line['value'], line['false_alarms'], weeks_to_come(line)]
           for line in council.said['worklist'] if line['pseudonym']])
    return subprocess.run(['Rscript', os.path.join(HERE, 'recompute.R'), folder], check=False).returncode


def recompute(wanted, folder):
    council = Council(wanted.cli, folder, wanted.children, wanted.seed, wanted.planted)
    lines = Lines()
    amounts(council, lines)
    expected_costs(council, lines)
    pairs(council, lines)
    beyond, changes = reliable_change(council, lines, noise(council, lines))
    price_questions(council, lines)
    move_questions(council, lines, beyond, changes)
    records(council, lines)
    print('Python: every figure agrees' if not lines.failed else
          f'Python: {lines.failed} figures do not agree', flush=True)
    if wanted.without_r or not shutil.which('Rscript'):
        print('R is not asked.')
        return lines.failed
    return lines.failed + ask_r(council, folder)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument('cli')
    parser.add_argument('--children', type=int, default=534)
    parser.add_argument('--seed', type=int, default=1)
    parser.add_argument('--planted', type=int, default=10, help='prices, so that some stand out')
    parser.add_argument('--keep', help='a folder for the tables')
    parser.add_argument('--without-r', action='store_true')
    wanted = parser.parse_args()
    if wanted.keep:
        os.makedirs(wanted.keep, exist_ok=True)
        return 1 if recompute(wanted, wanted.keep) else 0
    with tempfile.TemporaryDirectory(prefix='twelvefold-recompute-') as folder:
        return 1 if recompute(wanted, folder) else 0


if __name__ == '__main__':
    sys.exit(main())
