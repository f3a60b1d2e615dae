#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Holds the findings of `twelvefold-cli analyse` against the truth of demonstration councils.

    councils.py CLI [COUNCILS] [--seed N] [--jobs N] [--short] [--keep FILE.json]

Makes councils of 534 children with the seeds N, N + 1, ..., plain, with 5 and with 20 prices planted
at three times, and with providers who are alike in outcomes; then up to 20 of 60, 200 and 1,500
children. Prints the table of docs/honesty.md, whose +/- is the Monte Carlo standard error,
councils being independent. Ends with 1 where a mark is missed by more than 3.5 of them.

--short leaves out all but the plain councils and those with 20 prices planted.
"""
import argparse
import csv
import json
import math
import os
import re
import statistics
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from datetime import date

CHILDREN = 534
SIZES = (60, 200, 534, 1500)
OF_OTHER_SIZES = 20 # councils
PRICES = ('price_above', 'price_below')
MOVES = ('placement', 'step_down')
DOUBTFUL_COSTS = ('cost_of_two_placements', 'cost_twice', 'cost_outside_placement',
                  'cost_outlives_placement')
WHY_NOT = ('no cost', 'need not known', 'need out of date', 'doubtful cost', 'not in paid care',
           'kind of under 12')
STALE_AFTER_DAYS = 183
PLANTED_TIMES = 3
# What is borrowed (docs/methods.md, Questions to ask).
RECOVERED, AGREED, HOLDS = 2 / 10, 4.5 / 10, 20.5 / 32
WEEKS_TO_FAILURE, WEEKS_OF_RETURN = 26, 8
FEWEST_FOR_BAND = 30  # of a kind, for a band without a warning
LIKE_NEED = 1.0       # levels apart, for a further child to be held against a band

PARAMETERS = os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', '..', 'resources',
                          'demo', 'council.json')


# --- A council, and what is true of it ---------------------------------------------------------

class Council:
    """What the program says of one council, and the truth beside it."""

    def __init__(self, cli, seed, children=CHILDREN, planted=0, outcomes='on'):
        with tempfile.TemporaryDirectory(prefix='twelvefold-councils-') as folder:
            def at(name):
                return os.path.join(folder, name)
            run(cli, 'demo', '--out', at('c.twelvefold'), '--children', children, '--seed', seed,
                '--truth', at('truth.csv'), '--planted', planted, '--provider-outcomes', outcomes)
            answer = run(cli, 'analyse', '--json', '--trace', '--threads', 1,
                         '--store', at('c.twelvefold'))
            run(cli, 'cohort', '--store', at('c.twelvefold'), '--out', at('cohort.csv'))
            self.said = json.loads(answer)
            self.truth = table(at('truth.csv'), 'pseudonym')
            self.providers = table(at('truth-providers.csv'), 'provider')
            self.cohort = table(at('cohort.csv'), 'pseudonym')
        self.census = date.fromisoformat(self.said['cohort']['census'])
        self.paid = {c['pseudonym']: c for c in self.said['amounts']['children']}
        self.flagged = {(f['pseudonym'], f['flag']) for f in self.said['flags']}

    def asked(self, *questions):
        """Of single children: the lines of the worklist."""
        return [line for line in self.said['worklist']
                if line['question'] in questions and line['pseudonym']]

    def is_planted(self, child):
        return self.truth[child]['planted'] == 'yes'

    def planted(self):
        return [child for child in self.cohort if self.is_planted(child)]

    def why_not_asked(self, child):
        """Why no question about the price of this child can be asked, or None."""
        row, paid = self.cohort[child], self.paid.get(child)
        if not row['weekly_cost'] or float(row['weekly_cost']) <= 0:
            return 'no cost'
        if not row['need_total']:
            return 'need not known'
        if (self.census - date.fromisoformat(row['assessed_on'])).days > STALE_AFTER_DAYS:
            return 'need out of date'
        if any((child, flag) in self.flagged for flag in DOUBTFUL_COSTS):
            return 'doubtful cost'
        if paid is None:
            return 'not in paid care'
        return 'kind of under 12' if paid['standard_price'] is None else None

    def mean_cost(self, kind):
        """Pounds a week, of the children of a kind whose prices are as they come; the kinds of the
        truth."""
        costs = [paid['spend'] for child, paid in self.paid.items()
                 if self.truth[child]['kind'] == kind and not self.is_planted(child)]
        return statistics.mean(costs) if costs else None


def run(cli, *arguments):
    done = subprocess.run([cli, *map(str, arguments)], capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise RuntimeError(f'{" ".join(map(str, arguments))}: {done.stderr}')
    return done.stdout


def table(path, key):
    with open(path, encoding='utf-8', newline='') as file:
        return {row[key]: row for row in csv.DictReader(file)}


# --- What is measured of a council: pairs of (kept, of) by the row of the table they belong to ---

def pence(pounds):
    return round(100 * pounds)


def amounts(council):
    said = council.said['amounts']
    told = said['children'] + said['settings'] + said['providers'] + [said['whole']]
    wrong = sum(pence(a['spend']) != pence(a['need']) + pence(a['placement']) + pence(a['price'])
                for a in told)
    for part in ('spend', 'need', 'placement', 'price'):
        whole = pence(said['whole'][part])
        for parts in ('children', 'settings'):
            wrong += sum(pence(a[part]) for a in said[parts]) != whole
    for part in ('placement', 'price'):
        whole = pence(said['whole'][part])
        wrong += pence(said['whole'][part + '_more']) + pence(said['whole'][part + '_less']) != whole
    return {'amounts': (wrong, len(told) + 10)}


def coverage(council):
    found = {}
    for kind in council.said['amounts']['kinds']:
        if kind['n'] >= FEWEST_FOR_BAND and kind['coverage'] is not None:
            inside = round(kind['coverage'] * kind['n'])
            found['coverage ' + kind['placement_kind']] = (inside, kind['n'])
    found['coverage'] = tuple(map(sum, zip(*found.values())))
    return found


def coverage_of_others(council, cli, seed):
    """How many further children of the same council lie in the band of the child whose need is
    nearest theirs, of the same kind, setting and emergency. A council of twice as many has the same
    children first, and the same providers."""
    with tempfile.TemporaryDirectory(prefix='twelvefold-councils-') as folder:
        store, path = os.path.join(folder, 'c.twelvefold'), os.path.join(folder, 'cohort.csv')
        run(cli, 'demo', '--out', store, '--children', 2 * CHILDREN, '--seed', seed)
        run(cli, 'cohort', '--store', store, '--out', path)
        everyone = table(path, 'pseudonym')
    large = {kind['placement_kind'] for kind in council.said['amounts']['kinds']
             if kind['n'] >= FEWEST_FOR_BAND}
    def place(row):
        return row['placement_kind'], row['setting'], row['emergency']
    bands = {}
    for child, paid in council.paid.items():
        row = council.cohort[child]
        bands.setdefault(place(row), []).append((float(row['need_total']), paid['lower'], paid['upper']))
    inside = of = 0
    for child, row in everyone.items():
        known = row['need_total'] and float(row['weekly_cost'] or 0) > 0
        if child in council.cohort or not known or row['placement_kind'] not in large:
            continue
        need, cost = float(row['need_total']), float(row['weekly_cost'])
        near = min(bands.get(place(row), ()), key=lambda band: abs(band[0] - need), default=None)
        if near is not None and abs(near[0] - need) <= LIKE_NEED:
            of += 1
            inside += near[1] <= cost <= near[2]
    return {'coverage of others': (inside, of)}


def prices(council):
    """Of whom a price is asked, beside whose was planted."""
    planted = council.planted()
    asked = {line['pseudonym'] for line in council.asked(*PRICES)}
    if not planted:
        return {'price questions on nothing': (len(asked), 1),
                'price questions above, on nothing': (len(council.asked('price_above')), 1)}
    name = f'planted {len(planted)}: '
    above = {line['pseudonym'] for line in council.asked('price_above')}
    can = [child for child in planted if council.why_not_asked(child) is None]
    found = {name + 'found': (sum(child in above for child in planted), 1),
             name + 'found of those who can be asked': (sum(child in above for child in can), len(can)),
             name + 'false': (sum(not council.is_planted(child) for child in asked), 1),
             name + 'cannot be asked': (len(planted) - len(can), 1)}
    for why in WHY_NOT:
        found[name + why] = (sum(council.why_not_asked(child) == why for child in planted), 1)
    for kind in {council.paid[child]['placement_kind'] for child in can}:
        of_kind = [child for child in can if council.paid[child]['placement_kind'] == kind]
        hit = sum(child in above for child in of_kind)
        found[f'{name}found in {kind}'] = (hit, len(of_kind))
    return found


def weeks_to_come(line):
    for step in line['trace']['steps']:
        found = re.search(r'(?:over|for) the (\d+) weeks? to come', step)
        if found:
            return int(found.group(1))
    raise ValueError('no weeks in the trace of ' + line['question'])


def worth_of_prices(council, name):
    """Pounds a year that asking about prices is said to be worth, beside what it is by the truth:
    the share that asking recovers, borrowed as in the program, of the true gap."""
    said = real = only_planted = 0.0
    for line in council.asked('price_above'):
        child, weeks = line['pseudonym'], weeks_to_come(line)
        cost = council.paid[child]['spend']
        gap = cost * (1 - math.exp(-float(council.truth[child]['price_effect'])))
        if council.is_planted(child):
            gap = cost - cost / PLANTED_TIMES
            only_planted += RECOVERED * gap * weeks
        said += line['value']
        real += RECOVERED * gap * weeks
    return {f'worth of prices, {name}': (real, said),
            f'worth of what is planted, {name}': (only_planted, said)}


def worth_of_moves(council, name):
    """The same of moves. What is agreed is borrowed, and so said of all who are asked about; true is
    that need asks for residential care of some of them, whose moves are not agreed, and for
    something else of the others, of whom so many more are: as many in all."""
    said = real = 0.0
    misplaced = asked = 0
    for line in council.asked(*MOVES):
        child, weeks = line['pseudonym'], weeks_to_come(line)
        asks_for = council.truth[child]['asked_for']
        cost, there = council.paid[child]['spend'], council.mean_cost(asks_for)
        asked += 1
        said += line['value']
        if asks_for == 'residential' or there is None:
            continue
        misplaced += 1
        saved = cost - there
        fails = saved * min(WEEKS_TO_FAILURE, weeks) - WEEKS_OF_RETURN * cost
        real += HOLDS * saved * weeks + (1 - HOLDS) * fails
    homes = [child for child, paid in council.paid.items() if paid['placement_kind'] == 'residential']
    of_homes = sum(council.truth[child]['asked_for'] != 'residential' for child in homes)
    found = {'moves asked about': (asked, 1), 'moves asked about who are misplaced': (misplaced, asked),
             'in residential care who are misplaced': (of_homes, len(homes)),
             'misplaced who are asked about': (misplaced, of_homes),
             'worth of moves, did all who are misplaced': (real, said)}
    return {f'{key}, {name}': value for key, value in found.items()}


def agreed(tally, name):
    """Adds what moves are worth by the truth, once the share of those asked about who are misplaced
    is known over all councils, and what the whole list is."""
    misplaced = tally.ratio(f'moves asked about who are misplaced, {name}')[0]
    moves = [(AGREED / misplaced * real, said)
             for real, said in tally.pairs[f'worth of moves, did all who are misplaced, {name}']]
    tally.pairs[f'worth of moves, {name}'] = moves
    tally.pairs[f'worth of all, {name}'] = [
        (real + more, said + other) for (real, said), (more, other)
        in zip(tally.pairs[f'worth of prices, {name}'], moves)]


def provider_costs(council):
    model = council.said['provider_model']
    if model is None or not council.said['providers']:
        return {}
    found = {'providers: cost differs': (model['claimed'], 1)}
    true = {name: float(row['price_effect']) for name, row in council.providers.items()}
    found.update(held('providers: cost', council.said['providers'], true))
    return found


def held(name, told, true):
    """How many intervals hold the truth, both centred on the mean of the children analysed: an
    effect is relative to the other providers."""
    children = sum(p['n'] for p in told)
    true_mean = sum(p['n'] * true[p['provider']] for p in told) / children
    said_mean = sum(p['n'] * p['effect'] for p in told) / children
    return {name + ' held': (sum(p['lower'] - said_mean <= true[p['provider']] - true_mean
                                 <= p['upper'] - said_mean for p in told), len(told)),
            name + ' held, not centred': (sum(p['lower'] <= true[p['provider']] <= p['upper']
                                              for p in told), len(told))}


def provider_outcomes(council, alike):
    models = council.said['provider_outcomes']
    claimed = [m['claimed'] for m in models]
    name = 'alike' if alike else 'a little apart'
    found = {f'provider outcomes, {name}: models': (sum(claimed), len(models)),
             f'provider outcomes, {name}: councils': (any(claimed), 1)}
    units = outcome_units()
    for model in models:
        measure = model['y'].removeprefix('outcome_')
        found[f'provider outcomes, {name}: {measure}'] = (model['claimed'], 1)
        if measure in units and not alike:
            true = {p: units[measure] * float(row['outcome_effect'])
                    for p, row in council.providers.items()}
            found.update(held('providers: ' + measure, model['providers'], true))
    return found


def outcome_units():
    """Of outcomes drawn on a scale that is hardly cut off: one standard deviation, for the better."""
    with open(PARAMETERS, encoding='utf-8') as file:
        outcomes = json.load(file)['outcomes']
    return {'sdq_total': -outcomes['sdq']['sd'], 'attainment': outcomes['attainment']['sd'],
            'goal_attainment': outcomes['goal_attainment']['sd']}


def size(council):
    lines = council.said['worklist']
    return [len(lines), sum(line['new'] for line in lines),
            len({child for line in lines for child in line['children']})]


# --- The arms of the simulation ------------------------------------------------------------------

def plain(cli, seed):
    council = Council(cli, seed)
    found = {**amounts(council), **coverage(council), **coverage_of_others(council, cli, seed),
             **prices(council), **provider_costs(council),
             **provider_outcomes(council, alike=False), **worth_of_prices(council, 'nothing planted'),
             **worth_of_moves(council, 'nothing planted')}
    return found, size(council)


def with_planted(cli, seed, planted):
    council = Council(cli, seed, planted=planted)
    name = f'{planted} planted'
    return {**amounts(council), **prices(council), **worth_of_prices(council, name),
            **worth_of_moves(council, name)}, None


def alike(cli, seed):
    return provider_outcomes(Council(cli, seed, outcomes='off'), alike=True), None


def of_size(cli, seed, children):
    council = Council(cli, seed, children=children)
    return amounts(council), size(council)


# --- The table -----------------------------------------------------------------------------------

class Tally:
    """Pairs of (kept, of), one or none a council."""

    def __init__(self):
        self.pairs = {}

    def add(self, found):
        for name, pair in found.items():
            self.pairs.setdefault(name, []).append(pair)

    def ratio(self, *names):
        """Sum of kept / sum of `of`, with its standard error over councils."""
        pairs = [pair for name in names for pair in self.pairs.get(name, ())]
        of = sum(pair[1] for pair in pairs)
        if not of:
            return None
        ratio = sum(pair[0] for pair in pairs) / of
        n = len(pairs)
        spread = sum((kept - ratio * each) ** 2 for kept, each in pairs)
        return ratio, math.sqrt(spread * n / max(n - 1, 1)) / abs(of), n


NAMES = ('nothing planted', '5 planted', '20 planted')
MEASURES = ('sdq_total', 'attendance', 'attainment', 'goal_attainment')


# Row, words, lowest and highest mark, unit, and what one council's figure typically differs by, so
# that a few councils that agree by chance pass for no certainty.
def all_rows():
    rows = [
        ('amounts', 'Amounts that do not sum to what is spent, to the penny', None, 0, '', 0),
        ('coverage of others', 'Band within the kind, kinds of 30 or more: further children inside', .88, .92, '%', .02),
        ('coverage', 'The same, as the program says', .88, .92, '%', .02),
        *[('coverage ' + kind, 'of them ' + words, None, None, '%', 0) for kind, words in (
            ('kinship', 'kinship'), ('in_house_foster', 'in-house foster'), ('agency_foster', 'agency foster'),
            ('supported', 'supported'), ('residential', 'residential'))],
        ('price questions on nothing', 'Questions about prices, nothing planted', None, 1, '', 1.3),
        ('price questions above, on nothing', 'of them above what is usual', None, None, '', 0),
    ]
    for planted, least, most_false in ((5, 4, None), (20, 14, 2)):
        name = f'planted {planted}: '
        rows += [(name + 'found', f'{planted} prices planted: found', least, None, '', 2),
                 (name + 'cannot be asked', 'of them cannot be asked', None, None, '', 0),
                 *[(name + why, 'for ' + why, None, None, '', 0) for why in WHY_NOT],
                 (name + 'found of those who can be asked', 'found of those who can be asked', None, None, '%', 0),
                 *[(f'{name}found in {kind}', 'of them in ' + kind.replace('_', '-'), None, None, '%', 0)
                   for kind in ('kinship', 'in_house_foster', 'agency_foster', 'supported', 'residential')],
                 (name + 'false', 'others asked about', None, most_false, '', 1.6)]
    for apart in ('alike', 'a little apart'):
        name = f'provider outcomes, {apart}: '
        rows += [(name + 'councils', f'Providers {apart} in outcomes: councils where a difference is claimed',
                  None, .06 if apart == 'alike' else None, '%', .25),
                 (name + 'models', 'the same, of all outcomes', None, None, '%', 0),
                 *[(name + measure, measure, None, None, '%', 0) for measure in MEASURES]]
    rows += [('providers: cost differs', 'Providers apart in price (sd 0.08): councils where it is claimed', None, None, '%', 0),
             ('providers: cost held', "Interval of a provider's price", .91, .97, '%', .05),
             ('providers: cost held, not centred', 'the same, not centred', None, None, '%', 0),
             *[(f'providers: {measure} held', f"Interval of a provider's {measure}", None, None, '%', 0)
               for measure in MEASURES if measure != 'attendance']]
    for name in NAMES:
        rows += [('worth of all, ' + name, f'Worth of the list, {name}: true ÷ said', .8, 1.25, '', .25),
                 ('worth of prices, ' + name, 'of prices', .8, 1.25, '', .3),
                 ('worth of what is planted, ' + name, 'of prices, were only what is planted real', None, None, '', 0),
                 ('worth of moves, ' + name, 'of moves, agreed for as many as is said', .8, 1.25, '', .3)]
        if name == 'nothing planted':
            rows += [('worth of moves, did all who are misplaced, ' + name, 'of moves, did all who are misplaced', None, None, '', 0),
                     ('moves asked about, ' + name, 'Moves asked about', None, None, '', 0),
                     ('moves asked about who are misplaced, ' + name, 'of them of children who are misplaced', None, None, '%', 0),
                     ('misplaced who are asked about, ' + name, 'of all who are misplaced in residential care', None, None, '%', 0),
                     ('in residential care who are misplaced, ' + name, 'misplaced, of all in residential care', None, None, '%', 0)]
    return rows


def told(value, error, unit):
    if unit == '%':
        return f'{100 * value:.1f} %', f'{100 * error:.1f}'
    return f'{value:.2f}', f'{error:.2f}'


def mark_told(lowest, highest, unit):
    def figure(value):
        return f'{100 * value:g} %' if unit == '%' else f'{value:g}'
    if lowest is not None and highest is not None:
        return f'{figure(lowest)} to {figure(highest)}'
    if lowest is not None:
        return f'at least {figure(lowest)}'
    return f'at most {figure(highest)}' if highest is not None else ''


def row(tally, name, words, lowest, highest, unit, spread):
    """Prints a row; whether its mark is kept, beyond what so few councils leave open."""
    found = tally.ratio(name)
    if found is None:
        return True
    value, error, n = found
    shown, about = told(value, error, unit)
    kept = (lowest is None or value >= lowest) and (highest is None or value <= highest)
    mark = mark_told(lowest, highest, unit)
    print(f'| {words} | {mark}{"" if kept else " **missed**"} | {shown} | {about} | {n} |')
    slack = 3.5 * max(error, spread / math.sqrt(n))
    return ((lowest is None or value >= lowest - slack) and
            (highest is None or value <= highest + slack))


def print_tables(tally, sizes):
    for name in NAMES:
        if f'worth of prices, {name}' in tally.pairs:
            agreed(tally, name)
    print('| What, a council | Mark | Found | ± | Councils |\n|---|---|---|---|---|')
    kept = [row(tally, *each) for each in all_rows()]
    if sizes:
        print('\n| Children | Lines | New lines | Children asked about | Councils |\n|---|---|---|---|---|')
        for children in sorted(sizes):
            columns = [f'{statistics.median(values):g} ({min(values)} to {max(values)})'
                       for values in zip(*sizes[children])]
            print(f'| {children:,} | ' + ' | '.join(columns) + f' | {len(sizes[children])} |')
    return all(kept)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument('cli')
    parser.add_argument('councils', nargs='?', type=int, default=200)
    parser.add_argument('--seed', type=int, default=1)
    parser.add_argument('--jobs', type=int, default=min(2, os.cpu_count() or 1))
    parser.add_argument('--short', action='store_true')
    parser.add_argument('--keep', help='a file for every pair of figures')
    wanted = parser.parse_args()
    seeds = range(wanted.seed, wanted.seed + wanted.councils)
    few = seeds[:OF_OTHER_SIZES]
    work = [(plain, seed) for seed in seeds] + [(with_planted, seed, 20) for seed in seeds]
    if not wanted.short:
        work += [(with_planted, seed, 5) for seed in seeds] + [(alike, seed) for seed in seeds]
        work += [(of_size, seed, n) for n in SIZES if n != CHILDREN for seed in few]
    tally, sizes = Tally(), {}
    with ThreadPoolExecutor(wanted.jobs) as pool:
        for (arm, *what), (found, listed) in zip(
                work, pool.map(lambda each: each[0](wanted.cli, *each[1:]), work)):
            tally.add(found)
            if listed is not None:
                children = what[1] if arm is of_size else CHILDREN
                sizes.setdefault(children, []).append(listed)
    kept = print_tables(tally, sizes)
    if wanted.keep:
        with open(wanted.keep, 'w', encoding='utf-8') as file:
            json.dump({'pairs': tally.pairs, 'sizes': sizes}, file)
    return 0 if kept else 1


if __name__ == '__main__':
    sys.exit(main())
