# SPDX-License-Identifier: GPL-3.0-or-later
# What R says of a batch of tables: Rscript peers.R FOLDER. The folder holds manifest.json and, for
# each case, its complete rows as doubles (column after column) in ID.bin; answers go to
# answers.json with 17 digits, null where R has none.
suppressPackageStartupMessages(library(jsonlite))
options(warn = -1)
folder <- commandArgs(TRUE)[1]
cases <- fromJSON(file.path(folder, "manifest.json"), simplifyVector = FALSE)

one <- function(x) if (is.null(x) || length(x) == 0) NA else unname(x)

correlation <- function(d, case) {
  x <- d$x; y <- d$y; n <- length(x); kind <- case$kind
  ties <- anyDuplicated(x) > 0 || anyDuplicated(y) > 0
  exact <- !ties && n < switch(kind, spearman = 10, kendall = 50, 0)
  test <- cor.test(x, y, method = kind, exact = exact)
  r <- one(test$estimate); p <- test$p.value; q <- qnorm(.975)
  se <- switch(kind, pearson = 1 / sqrt(n - 3), spearman = sqrt((1 + r^2 / 2) / (n - 3)),
               kendall = sqrt(0.437 / (n - 4)))
  ends <- if (n > (if (kind == "kendall") 4 else 3)) tanh(atanh(r) + c(-q, q) * se) else c(NA, NA)
  list(estimate = r, p = p, lower = ends[1], upper = ends[2])
}

modelOf <- function(d, case) {
  names <- setdiff(names(d), "y")
  if (case$poly > 0) {
    for (k in seq_len(case$poly)) d[[paste0("p", k)]] <- d[[names[1]]]^k
    names <- paste0("p", seq_len(case$poly))
  }
  list(d = d, f = reformulate(paste0("`", names, "`"), "y", intercept = case$intercept))
}

ols <- function(d, case) {
  m <- modelOf(d, case)
  # R's tolerance for a column that follows from others is 1e-7; the engine names fewer.
  fit <- lm(m$f, m$d, tol = 1e-12)
  s <- summary(fit); ci <- confint(fit)
  b <- coef(fit); rows <- names(b)
  hc <- tryCatch(sqrt(diag(sandwich::vcovHC(fit, type = "HC3"))), error = function(e) NULL)
  pick <- function(m, col) sapply(rows, function(t) if (t %in% rownames(m)) m[t, col] else NA)
  list(estimate = unname(b), se = unname(pick(s$coefficients, 2)), t = unname(pick(s$coefficients, 3)),
       p = unname(pick(s$coefficients, 4)), lower = unname(ci[, 1]), upper = unname(ci[, 2]),
       se_hc3 = unname(sapply(rows, function(t) if (!is.null(hc) && t %in% names(hc)) hc[[t]] else NA)),
       sigma = s$sigma, r_squared = s$r.squared, adj_r_squared = s$adj.r.squared, df = fit$df.residual,
       hat = unname(hatvalues(fit)), rstudent = unname(rstudent(fit)), cooks = unname(cooks.distance(fit)))
}

huber <- function(d, case) {
  # rlm takes steps below 1e-20 for none, in whatever unit: the response comes in a unit of its own.
  size <- max(abs(d$y)); if (size == 0) size <- 1
  d$y <- d$y / size
  m <- modelOf(d, case)
  fit <- MASS::rlm(m$f, m$d, acc = 1e-12, maxit = 5000)
  s <- summary(fit)
  list(estimate = unname(coef(fit)) * size, se = unname(s$coefficients[, 2]) * size,
       scale = fit$s * size, weights = unname(fit$w), converged = fit$converged)
}

mm <- function(d, case) {
  suppressPackageStartupMessages(library(robustbase))
  m <- modelOf(d, case)
  best <- NULL
  for (seed in 1:3) {
    set.seed(seed)
    fit <- lmrob(m$f, m$d, control = lmrob.control(nResample = 2000, max.it = 2000, k.max = 2000,
      refine.tol = 1e-12, rel.tol = 1e-12, solve.tol = 1e-12, maxit.scale = 2000,
      scale.tol = 1e-13, fast.s.large.n = Inf, best.r.s = 10))
    if (is.null(best) || fit$scale < best$scale) best <- fit
  }
  # The residuals of the S-estimate that lmrob keeps may be another candidate's: its errors come of
  # those of the estimate itself.
  x <- model.matrix(m$f, m$d)
  best$init.S$residuals <- drop(d$y - x %*% coef(best$init.S))
  list(estimate = unname(coef(best)), scale = best$scale, converged = best$converged,
       se = unname(sqrt(diag(robustbase::.vcov.avar1(best, x)))), weights = unname(best$rweights))
}

quantile_ <- function(d, case) {
  suppressPackageStartupMessages(library(quantreg))
  m <- modelOf(d, case)
  fit <- rq(m$f, tau = case$tau, data = m$d, method = if (nrow(d) > 3000) "fn" else "br")
  e <- d$y - fitted(fit)
  list(estimate = unname(coef(fit)), check_loss = sum(e * (case$tau - (e < 0))))
}

isotonic <- function(d, case) {
  # Tied x averaged first, weights their number.
  g <- sort(unique(d$x)); at <- match(d$x, g)
  w <- as.numeric(table(at)); v <- as.numeric(tapply(d$y, at, mean))
  value <- v; weight <- w; size <- rep(1, length(v)); k <- 0
  vv <- ww <- ss <- numeric(0)
  for (i in seq_along(v)) {
    vv <- c(vv, v[i]); ww <- c(ww, w[i]); ss <- c(ss, 1)
    while (length(vv) > 1 && vv[length(vv) - 1] > vv[length(vv)]) {
      j <- length(vv)
      vv[j - 1] <- (vv[j - 1] * ww[j - 1] + vv[j] * ww[j]) / (ww[j - 1] + ww[j])
      ww[j - 1] <- ww[j - 1] + ww[j]; ss[j - 1] <- ss[j - 1] + ss[j]
      vv <- vv[-j]; ww <- ww[-j]; ss <- ss[-j]
    }
  }
  fit <- rep(vv, ss)
  if (length(g) == length(d$x)) stopifnot(all.equal(fit, isoreg(sort(d$x), d$y[order(d$x)])$yf))
  list(fitted = fit[at])
}

random_intercept <- function(d, case) {
  suppressPackageStartupMessages(library(lme4))
  # lme4 stops where it cannot take steps of its usual size.
  size <- max(abs(d$y - mean(d$y))); if (size == 0) size <- 1
  n <- nrow(d); centre <- mean(d$y); d$y <- (d$y - centre) / size
  d[["group"]] <- factor(d[["group"]])
  names <- setdiff(names(d), c("y", "group"))
  f <- as.formula(paste("y ~", paste(c("1", names), collapse = " + "), "+ (1 | group)"))
  reml <- case$kind == "reml"
  fit <- suppressMessages(lmer(f, d, REML = reml, control = lmerControl(optimizer = "bobyqa",
    optCtrl = list(rhobeg = 1e-3, rhoend = 1e-12, maxfun = 1e5), check.conv.singular = "ignore",
    check.nobs.vs.nlev = "ignore")))
  v <- as.data.frame(VarCorr(fit))
  b <- fixef(fit) * size
  b[1] <- b[1] + centre
  list(estimate = unname(b), se = unname(size * sqrt(diag(as.matrix(vcov(fit))))),
       group_variance = v$vcov[1] * size^2, residual_variance = v$vcov[2] * size^2,
       effects = unname(size * ranef(fit)$group[, 1]),
       criterion = (if (reml) REMLcrit(fit) else deviance(fit)) +
         2 * (n - if (reml) length(fixef(fit)) else 0) * log(size))
}

meta <- function(d, case) {
  size <- max(d$se)
  fit <- metafor::rma(d$y / size, sei = d$se / size, method = toupper(case$kind),
    control = list(threshold = 1e-12, maxiter = 10000, tol = 1e-12))
  shrunk <- metafor::blup(fit)
  w <- 1 / (d$se / size)^2; k <- length(w)
  list(estimate = size * one(coef(fit)), se = size * fit$se, tau2 = size^2 * fit$tau2, q = fit$QE,
       p = fit$QEp, i2 = fit$I2, shrunk = size * shrunk$pred, shrunk_se = size * shrunk$se,
       typical = size^2 * (k - 1) * sum(w) / (sum(w)^2 - sum(w^2)))
}

icc <- function(d, case) {
  a <- psych::ICC(as.matrix(d), lmer = FALSE)$results
  list(estimate = a$ICC, lower = a[["lower bound"]], upper = a[["upper bound"]])
}

kappa_ <- function(d, case) {
  if (ncol(d) > 2) return(fleiss(as.matrix(d)))
  levels <- sort(unique(c(d[[1]], d[[2]])))
  t <- table(factor(d[[1]], levels), factor(d[[2]], levels))
  k <- if (case$weights == "none") vcd::Kappa(t)$Unweighted
  else vcd::Kappa(t, weights = switch(case$weights, linear = "Equal-Spacing", "Fleiss-Cohen"))$Weighted
  list(estimate = unname(k[1]), se = unname(k[2]))
}

# Fleiss, Nee & Landis 1979, the error that holds whether or not there is agreement left out.
fleiss <- function(x) {
  n <- nrow(x); m <- ncol(x); counts <- sapply(sort(unique(c(x))), function(v) rowSums(x == v))
  p <- colSums(counts) / (n * m)
  agreed <- (rowSums(counts^2) - m) / (m * (m - 1)); chance <- sum(p^2)
  list(estimate = (mean(agreed) - chance) / (1 - chance), se = NA)
}

# Krippendorff 2011, from the coincidences.
alpha <- function(d, case) {
  x <- as.matrix(d); x <- x[rowSums(!is.na(x)) > 1, , drop = FALSE]
  v <- sort(unique(c(x[!is.na(x)]))); k <- length(v)
  if (k < 2) return(list(error = "one value"))
  o <- matrix(0, k, k)
  for (i in seq_len(nrow(x))) {
    r <- match(x[i, !is.na(x[i, ])], v); m <- length(r)
    for (a in seq_len(m)) for (b in seq_len(m)) if (a != b)
      o[r[a], r[b]] <- o[r[a], r[b]] + 1 / (m - 1)
  }
  n <- rowSums(o); total <- sum(n)
  away <- matrix(0, k, k)
  for (a in seq_len(k)) for (b in seq_len(k)) away[a, b] <- switch(case$kind,
    nominal = as.numeric(a != b), interval = (v[a] - v[b])^2,
    ratio = if (v[a] + v[b] == 0) 0 else ((v[a] - v[b]) / (v[a] + v[b]))^2,
    ordinal = (sum(n[min(a, b):max(a, b)]) - (n[a] + n[b]) / 2)^2)
  expected <- sum(outer(n, n) * away) / (total * (total - 1))
  if (expected == 0) return(list(error = "no disagreement is expected"))
  list(estimate = 1 - sum(o * away) / total / expected, pairable = sum(!is.na(x)))
}

describe <- function(d, case) {
  x <- d$x; q <- quantile(x, c(.25, .5, .75)); e <- x - mean(x)
  list(mean = mean(x), sd = sd(x), lag1 = sum(e[-1] * e[-length(e)]) / sum(e^2), min = min(x),
       q1 = unname(q[1]), median = unname(q[2]), q3 = unname(q[3]), max = max(x))
}

adjust <- function(d, case) list(adjusted = p.adjust(d$p, switch(case$kind, bh = "BH", by = "BY", holm = "holm")))

methods <- list(correlation = correlation, ols = ols, huber = huber, mm = mm, quantile = quantile_,
                isotonic = isotonic, `random-intercept` = random_intercept, icc = icc,
                kappa = kappa_, describe = describe, adjust = adjust, alpha = alpha, meta = meta)

answer <- function(case) {
  if (case$n == 0) return(list(error = "no rows"))
  values <- readBin(file.path(folder, paste0(case$id, ".bin")), "double", case$n * length(case$names))
  d <- as.data.frame(matrix(values, nrow = case$n), optional = TRUE)
  names(d) <- unlist(case$names)
  tryCatch(methods[[case$method]](d, case), error = function(e) list(error = conditionMessage(e)))
}
# In a process of its own where R itself may crash, as quantreg does on some columns.
apart <- function(case) {
  if (case$method != "quantile") return(answer(case))
  said <- suppressWarnings(parallel::mccollect(parallel::mcparallel(answer(case)))[[1]])
  if (is.list(said)) said else list(error = "R crashed")
}
answers <- lapply(cases, apart)
names(answers) <- sapply(cases, function(case) case$id)
write(toJSON(answers, digits = I(17), auto_unbox = TRUE, na = "null"), file.path(folder, "answers.json"))
