# SPDX-License-Identifier: GPL-3.0-or-later
# Works findings of `analyse` out again from the cohort table, as docs/methods.md says them:
# Rscript recompute.R FOLDER. The folder is recompute.py's: cohort.csv and ratings.csv as the program
# writes them; of its JSON said.csv (path, value), paid.csv (amounts by child) and asked.csv (the
# worklist's lines about single children). Prints one line a figure: name, ours, theirs, difference, ok.
options(warn = 1)
folder <- commandArgs(TRUE)[1]
read <- function(name) read.csv(file.path(folder, name), stringsAsFactors = FALSE)
cohort <- read("cohort.csv")
ratings <- read("ratings.csv")
paid <- read("paid.csv")
asked <- read("asked.csv")
facts <- read("said.csv")
said <- setNames(facts$value, facts$path)
failed <- 0

holds <- function(name, ours, theirs, tolerance = 1e-6) {
  difference <- max(abs(ours - theirs) / pmax(abs(theirs), 1))
  ok <- is.finite(difference) && difference <= tolerance
  if (!ok) failed <<- failed + 1
  one <- length(ours) == 1
  cat(sprintf("%-68s %16s %16s %9.1e  %s\n", name, if (one) signif(ours, 8) else paste(length(ours), "values"),
              if (one) signif(theirs, 8) else "", difference, if (ok) "ok" else "NOT OK"))
}
number <- function(path) as.numeric(said[[path]])
without_package <- function(package, what)
  cat(sprintf("%-68s R's package %s is not there\n", what, package))

# --- Noise ---------------------------------------------------------------------------------------
second <- ratings[ratings$counts == 1, ]
d <- second$first_total - second$second_total
sem <- sqrt(var(d) / 2)
dof <- length(d) - 1
sems <- sem * sqrt(dof / qchisq(c(.975, .025), dof))
holds("noise: pairs", length(d), number("noise.pairs"))
holds("noise: standard error of measurement", sem, number("noise.sem"))
holds("noise: its interval", sems, c(number("noise.sem_lower"), number("noise.sem_upper")))
known <- cohort[!is.na(cohort$need_total) & !is.na(cohort$weekly_cost) & cohort$weekly_cost > 0 &
                !cohort$setting %in% c("with_parents", "adoption"), ]
holds("noise: reliability among the children compared", 1 - sem^2 / var(known$need_total),
      number("noise.reliability"))
beyond <- qnorm(.975) * sqrt(2) * sem
holds("noise: smallest reliable change", beyond, number("noise.smallest_reliable_change"))

# --- Change --------------------------------------------------------------------------------------
twice <- cohort[!is.na(cohort$need_total) & !is.na(cohort$earlier_need_total), ]
change <- twice$need_total - twice$earlier_need_total
n <- nrow(twice)
holds("change: children assessed twice", n, number("change.n"))
holds("change: fell and rose by more than noise", c(sum(change < -beyond), sum(change > beyond)),
      c(number("change.better"), number("change.worse")))
step <- floor(beyond) + 1 # totals are whole here
noiseOf <- function(sem) pnorm((step - .5) / (sqrt(2) * sem), lower.tail = FALSE)
chance <- noiseOf(sem)
holds("change: by noise, each way", n * chance, number("change.by_noise.each_way"))
counts <- qbinom(c(.025, .975), n, chance)
by <- pmax(0, n * chance + c(-1, 1) * sqrt((counts - n * chance)^2 + n^2 * (noiseOf(sems) - chance)^2))
holds("change: by noise, its interval", by, c(number("change.by_noise.lower"), number("change.by_noise.upper")))
t <- t.test(change)
holds("change: mean, interval, p", c(t$estimate, t$conf.int, t$p.value),
      c(number("change.mean_change"), number("change.lower"), number("change.upper"), number("change.p")))
r <- 1 - sem^2 / var(twice$earlier_need_total)
line <- summary(lm(need_total ~ earlier_need_total, twice))$coefficients
holds("change: reliability of the totals then", r, number("change.now_on_then.reliability"))
holds("change: slope of now on then", line[2, 1], number("change.now_on_then.slope"))
# The reliability's own error: that of SEM squared, which is a variance's.
ofR <- (1 - r) * sqrt(2 / dof)
holds("change: p of the slope against the reliability",
      2 * pt(-abs(line[2, 1] - r) / sqrt(line[2, 2]^2 + ofR^2), n - 2), number("change.now_on_then.p"), 1e-3)
now <- cohort$need_total[!is.na(cohort$need_total)]
joined <- now[is.na(cohort$earlier_need_total[!is.na(cohort$need_total)])]
holds("change: mean of everyone now, of those who joined", c(mean(now), mean(joined)),
      c(number("change.everyone_now.mean"), number("change.everyone_now.mean_joined")))
holds("change: what joiners did to the mean", mean(now) - mean(twice$need_total),
      number("change.everyone_now.from_joined"))

# --- Paid care -----------------------------------------------------------------------------------
care <- cohort[cohort$kind == "cla" & cohort$placement_kind != "" & cohort$pseudonym %in% known$pseudonym, ]
care <- care[match(paid$pseudonym, care$pseudonym), ]
holds("paid care: who is in it", sum(!is.na(care$pseudonym)), number("amounts.whole.children"))
y <- log(care$weekly_cost)
total <- care$need_total
kind <- factor(care$placement_kind, unique(care$placement_kind))

# Knots where 5, 35, 65 and 95 in 100 lie below; straight beyond the outer two.
knots <- function(x) quantile(x, c(.05, .35, .65, .95))
curved <- nrow(care) >= 200 # else straight
ns <- function(x) if (!curved) x else splines::ns(x, knots = knots(x)[2:3], Boundary.knots = knots(x)[c(1, 4)])
need <- summary(lm(y ~ ns(total)))$adj.r.squared
both <- summary(lm(y ~ ns(total) + kind))$adj.r.squared
holds("headline: need, placement, price", c(need, both - need, 1 - both),
      sapply(c("need", "placement", "price"), function(part) number(paste0("headline.", part, ".share"))))
holds("headline: need without noise", min(need / (1 - sem^2 / var(known$need_total)), 1),
      number("headline.need_without_noise"))

# Yohai's MM regression. MASS takes 1.548 and 4.685 where the docs have 1.547645 and 4.685061.
mm <- function(x, y) {
  set.seed(1)
  s <- MASS::lqs(x, y, intercept = FALSE, method = "S", k0 = 1.548, nsamp = if (length(y) > 60) 5000 else "exact")
  b <- coef(s)
  for (step in 1:1000) b <- lm.wfit(x, y, MASS::psi.bisquare(drop(y - x %*% b) / s$scale[1], c = 4.685))$coefficients
  list(b = b, scale = s$scale[1])
}

# Within the kind: the line that is told, and MM regression where all live in one setting.
path <- names(said)[grepl("^amounts\\.kinds\\.[0-9]+\\.placement_kind$", names(said))]
kinds <- lapply(setNames(sub("placement_kind$", "", path), said[path]), function(at) {
  own <- said[startsWith(names(said), paste0(at, "settings."))]
  list(n = number(paste0(at, "n")), a = number(paste0(at, "log_cost_at_15")), b = number(paste0(at, "per_level")),
       emergency = number(paste0(at, "emergency")), scale = number(paste0(at, "scale")),
       smear = number(paste0(at, "smear")), coverage = number(paste0(at, "coverage")),
       ends = c(number(paste0(at, "coverage_lower")), number(paste0(at, "coverage_upper"))),
       settings = setNames(as.numeric(own), sub(".*\\.", "", names(own))))
})
fitted <- mapply(function(g, t, e, s) kinds[[g]]$a + kinds[[g]]$b * (t - 15) + kinds[[g]]$emergency * e +
                   kinds[[g]]$settings[[s]], care$placement_kind, total, care$emergency, care$setting)
scale <- sapply(care$placement_kind, function(g) kinds[[g]]$scale)
holds("price: how many scales of the kind", (y - fitted) / scale, paid$standard_price)
for (g in names(kinds)) {
  of <- care$placement_kind == g
  holds(paste0("price: smearing, ", g), mean(exp((y - fitted)[of])), kinds[[g]]$smear)
  inside <- round(kinds[[g]]$coverage * sum(of))
  holds(paste0("band: interval of its coverage, ", g), binom.test(inside, sum(of))$conf.int, kinds[[g]]$ends)
  if (length(unique(care$setting[of])) == 1) {
    told <- c(TRUE, kinds[[g]]$b > 0, min(table(factor(care$emergency[of], 0:1))) >= 3)
    fit <- mm(cbind(1, total[of] - 15, care$emergency[of])[, told], y[of])
    holds(paste0("within the kind: MM regression, ", g), fit$b,
          c(kinds[[g]]$a, kinds[[g]]$b, kinds[[g]]$emergency)[told], 2e-3)
    holds(paste0("within the kind: scale, ", g), fit$scale, kinds[[g]]$scale, 2e-3)
  }
}
within <- exp(fitted) * sapply(care$placement_kind, function(g) kinds[[g]]$smear)
m <- within * sum(care$weekly_cost) / sum(within)
to_the_penny <- function(name, ours, theirs) holds(name, (ours - theirs) / 100, 0 * ours, 1.0001e-4)
to_the_penny("amounts: price by child, to the penny", care$weekly_cost - m, paid$price)

# The chances of the kinds: multinomial on natural splines of need and age, less a ridge. The ridge
# makes the columns matter, and not only what they span: x and the truncated powers.
truncated <- function(x, k) {
  if (!curved) return(cbind(x))
  cube <- function(knot) pmax(x - knot, 0)^3
  curve <- function(j) (cube(k[j]) - cube(k[4])) / (k[4] - k[j])
  cbind(x, curve(1) - curve(3), curve(2) - curve(3))
}
known_age <- !is.na(care$age)
age <- ifelse(known_age, care$age, median(care$age, na.rm = TRUE))
open <- outer(age, levels(kind), function(age, g) g != "supported" | age >= 16)
own <- cbind(seq_along(total), as.integer(kind))
fit <- known_age & open[own]
needs <- knots(total[fit])
ages <- knots(age[fit])
columns <- function(total, age) cbind(truncated(total, needs), truncated(age, ages))
centre <- colMeans(columns(total[fit], age[fit]))
spread <- sqrt(colMeans(sweep(columns(total[fit], age[fit]), 2, centre)^2))
width <- length(centre) + 1
chances <- function(b, total, age) {
  x <- cbind(1, scale(columns(total, age), centre, spread))
  e <- x %*% matrix(b, width)
  p <- exp(e - apply(e, 1, max)) * outer(age, levels(kind), function(age, g) g != "supported" | age >= 16)
  p / rowSums(p)
}
loss <- function(b) -sum(log(chances(b, total, age)[own][fit])) + sum(matrix(b, width)[-1, ]^2) / 2
x <- cbind(1, scale(columns(total, age), centre, spread))
is_of <- outer(as.integer(kind), seq_len(nlevels(kind)), `==`)
slope <- function(b) {
  penalty <- matrix(b, width)
  penalty[1, ] <- 0
  as.vector(crossprod(x[fit, ], chances(b, total, age)[fit, ] - is_of[fit, ]) + penalty)
}
best <- optim(rep(0, width * nlevels(kind)), loss, slope, method = "BFGS",
              control = list(maxit = 5000, reltol = 1e-16))$par
chance <- function(g, total, age) chances(best, total, age)[, match(g, levels(kind))]
residential <- chance("residential", total, age)
holds("placement: chance of residential care by child", residential, paid$residential_chance, 1e-4)

# What such need costs: the kinds' means weighted by their chances, over each kind's own mix of
# settings and emergencies, in order of cost at totals a level apart, straight between them.
mix <- sapply(names(kinds), function(g) {
  of <- care$placement_kind == g
  mean(exp(fitted[of] - kinds[[g]]$a - kinds[[g]]$b * (total[of] - 15))) * kinds[[g]]$smear
})
mean_at <- function(g, total) exp(kinds[[g]]$a + kinds[[g]]$b * (total - 15)) * mix[[g]]
among <- function(of, total, age) {
  weights <- sapply(of, chance, total, age)
  dim(weights) <- c(length(total), length(of))
  costs <- sapply(of, mean_at, total)
  dim(costs) <- dim(weights)
  rowSums(weights * costs) / rowSums(weights)
}
levels_apart <- floor(min(total)):ceiling(max(total))
from_need <- numeric(length(total))
for (years in unique(age)) {
  curve <- sort(among(names(kinds), levels_apart, rep(years, length(levels_apart))))
  at <- age == years
  from_need[at] <- approx(levels_apart, curve, total[at])$y
}
from_need <- from_need * sum(care$weekly_cost) / sum(from_need)
to_the_penny("amounts: need by child, to the penny", from_need, paid$need)
to_the_penny("amounts: placement by child, to the penny", m - from_need, paid$placement)

# --- At the same need ----------------------------------------------------------------------------
between <- residential >= .1 & residential <= .9
in_home <- as.numeric(care$placement_kind[between] == "residential")
fit <- lm(y[between] ~ total[between] + in_home)
x <- model.matrix(fit)
bread <- solve(crossprod(x))
meat <- crossprod(x * (residuals(fit) / (1 - hatvalues(fit))))
error <- sqrt((bread %*% meat %*% bread)[3, 3])
times <- exp(coef(fit)[3] + c(0, -1, 1) * qt(.975, df.residual(fit)) * error)
holds("same need: children, in residential care", c(sum(between), sum(in_home)),
      c(number("same_need_contrast.n"), number("same_need_contrast.residential")))
holds("same need: how many times as dear", times,
      sapply(c("times", "lower", "upper"), function(k) number(paste0("same_need_contrast.", k))))

# Ages are told in whole years and weeks to come as whole ones, so worths are known to half a week.
nearest <- function(worth, asked) {
  ends <- cbind(worth(pmax(asked$weeks - .5, 0)), worth(pmin(asked$weeks + .5, 52)))
  pmin(pmax(asked$value, apply(ends, 1, min)), apply(ends, 1, max))
}

# --- Questions -----------------------------------------------------------------------------------
p <- 2 * pnorm(-abs(paid$standard_price))
can <- paid$can_be_asked == 1 & !is.na(p)
q <- rep(NA, length(p))
q[can] <- p.adjust(p[can], "BH")
price <- asked[asked$question %in% c("price_above", "price_below"), ]
asks <- which(can & q <= .1 & (paid$standard_price > 0) == (care$weekly_cost > m))
holds("price: who is asked about", sum(paid$pseudonym[asks] %in% price$pseudonym), nrow(price))
holds("price: how many are asked about", length(asks), nrow(price))
at <- match(price$pseudonym, paid$pseudonym)
holds("price: false alarms (q)", q[at], price$false_alarms)
above <- price[price$question == "price_above", ]
at <- match(above$pseudonym, paid$pseudonym)
if (requireNamespace("fdrtool", quietly = TRUE)) {
  several <- unique(sort(p[can]))
  hull <- fdrtool::gcmlcm(c(0, several), c(0, ecdf(p[can])(several)), type = "lcm")
  of <- findInterval(p[at], hull$x.knots, left.open = TRUE)
  lfdr <- pmin(1 / hull$slope.knots[of], 1)
  worth <- function(weeks) (1 - lfdr) * 2 / 10 * (care$weekly_cost - m)[at] * weeks
  holds("price: worth, pounds a year", nearest(worth, above), above$value, 1e-4)
} else without_package("fdrtool", "price: worth")

moves <- asked[asked$question %in% c("placement", "step_down"), ]
at <- match(moves$pseudonym, paid$pseudonym)
family <- intersect(c("kinship", "in_house_foster", "agency_foster"), names(kinds))
there <- among(family, total[at], age[at]) * sum(care$weekly_cost) / sum(within)
saved <- care$weekly_cost[at] - there
a <- 4.5 / 10
h <- 20.5 / 32
move <- function(weeks)
  a * (h * saved * weeks + (1 - h) * (saved * pmin(26, weeks) - 8 * care$weekly_cost[at]))
holds("move: worth, pounds a year", nearest(move, moves), moves$value)

# --- Providers -----------------------------------------------------------------------------------
# Least squares with a variance for each setting, with and without providers, by nlme's REML.
providers <- function(name, at, children, y) {
  at <- paste0(at, ".")
  settings <- grep(paste0("^", gsub(".", "\\.", at, fixed = TRUE), "settings\\.[0-9]+\\.setting$"), names(said), value = TRUE)
  shared <- said[sub("setting$", "sd_shared", settings)] %in% c("True", "TRUE")
  of <- setNames(ifelse(shared, "shared", said[settings]), said[settings])
  offered <- children[!is.na(y) & children$provider != "", ]
  d <- data.frame(y = y[!is.na(y) & children$provider != ""], need = offered$need_total, setting = offered$setting,
                  provider = offered$provider)
  several <- tapply(d$provider, d$setting, function(p) length(unique(p)))
  d <- d[several[d$setting] > 1, ]
  holds(paste0("providers: children, ", name), nrow(d), number(paste0(at, "n")))
  d$stratum <- of[d$setting]
  model <- if (length(unique(d$setting)) > 1) y ~ need + setting else y ~ need
  spread <- if (length(unique(d$stratum)) > 1) nlme::varIdent(form = ~ 1 | stratum) else NULL
  without <- nlme::gls(model, d, weights = spread)
  with <- nlme::lme(model, d, random = ~ 1 | provider, weights = spread,
                    control = nlme::lmeControl(opt = "optim", maxIter = 500, msMaxIter = 500))
  ratio <- 2 * (as.numeric(logLik(with)) - as.numeric(logLik(without)))
  ours <- if (ratio < 1e-6) 1 else pchisq(ratio, 1, lower.tail = FALSE) / 2
  holds(paste0("providers: p of no difference, ", name), ours, number(paste0(at, "p")), 2e-3)
  sigma <- if (ratio < 1e-6) 0 else as.numeric(nlme::VarCorr(with)["(Intercept)", "StdDev"])
  holds(paste0("providers: sigma over the spread of children, ", name), sigma / with$sigma,
        number(paste0(at, "sigma")) / with$sigma, 2e-2) # near nothing the likelihood is flat
}
if (requireNamespace("nlme", quietly = TRUE)) {
  providers("log_weekly_cost", "provider_model", known, log(known$weekly_cost))
  for (path in grep("^provider_outcomes\\.[0-9]+\\.y$", names(said), value = TRUE)) {
    of <- cohort[!is.na(cohort$need_total), ]
    providers(said[[path]], sub("\\.y$", "", path), of, of[[said[[path]]]])
  }
} else without_package("nlme", "providers")

cat(if (failed == 0) "R: every figure agrees\n" else sprintf("R: %d figures do not agree\n", failed))
quit(status = if (failed == 0) 0 else 1)
