# SPDX-License-Identifier: GPL-3.0-or-later
# Times what an R user would run instead, on a table that the benchmark wrote. Prints one line a
# task: task, program, milliseconds (processor time, the least of the runs).
# Usage: Rscript peers.R TABLE.csv
table <- read.csv(commandArgs(TRUE)[1])
domains <- table[, startsWith(names(table), "d")]
total <- rowSums(domains)
model <- data.frame(y = log(table$cost), domains)
report <- function(task, program, work, runs = 3) {
  best <- min(sapply(seq_len(runs), function(run) sum(system.time(work())[c("user.self", "sys.self")])))
  cat(sprintf("%s\t%s\t%.2f\n", task, program, 1000 * best))
}
report("correlation", "R", function() c(
  cor.test(total, table$cost)$estimate,
  suppressWarnings(cor.test(total, table$cost, method = "spearman", exact = FALSE))$estimate))
if (requireNamespace("sandwich", quietly = TRUE))
  report("ols", "R", function() sandwich::vcovHC(lm(y ~ ., model), "HC3"))
if (requireNamespace("MASS", quietly = TRUE))
  report("huber", "R", function() MASS::rlm(y ~ ., model, maxit = 100, acc = 1e-8))
if (requireNamespace("quantreg", quietly = TRUE))
  report("quantile", "R", function() quantreg::rq(y ~ ., c(0.5, 0.9), model, method = "fn"), runs = 1)
if (nrow(table) <= 100000 && requireNamespace("lme4", quietly = TRUE)) {
  model$provider <- factor(sample.int(max(nrow(table) %/% 40, 1), nrow(table), TRUE))
  fixed <- paste(names(domains), collapse = " + ")
  report("mixed", "R", function() suppressMessages(
    lme4::lmer(as.formula(paste("y ~", fixed, "+ (1 | provider)")), model)), runs = 1)
  model$provider <- NULL
}
# Minutes beyond this.
if (nrow(table) <= 10000 && requireNamespace("robustbase", quietly = TRUE))
  report("mm", "R", function() suppressWarnings(robustbase::lmrob(y ~ ., model)), runs = 1)
