# SPDX-License-Identifier: GPL-3.0-or-later
"""Times what a Python user would run instead, on a table that the benchmark wrote.

Prints one line a task: task, program, milliseconds (processor time, the least of three runs).
Usage: peers.py TABLE.csv
"""
import os
import sys
import time

for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ[name] = "1"

import numpy as np
import pandas as pd


def report(task, program, work):
    best = float("inf")
    for _ in range(3):
        begun = time.process_time()
        work()
        best = min(best, time.process_time() - begun)
    print(f"{task}\t{program}\t{1000 * best:.2f}", flush=True)


def main():
    table = pd.read_csv(sys.argv[1])
    domains = [column for column in table if column.startswith("d")]
    total = table[domains].sum(axis=1)
    cost = table["cost"]
    log_cost = np.log(cost.to_numpy())
    x = np.column_stack([np.ones(len(table)), table[domains].to_numpy(float)])
    report("correlation", "pandas", lambda: (total.corr(cost), total.corr(cost, method="spearman")))
    try:
        import statsmodels.api as sm
        report("ols", "statsmodels", lambda: sm.OLS(log_cost, x).fit(cov_type="HC3").bse)
        if len(table) <= 100000:
            report("huber", "statsmodels",
                   lambda: sm.RLM(log_cost, x, M=sm.robust.norms.HuberT()).fit(tol=1e-8).params)
    except ImportError:
        pass


main()
