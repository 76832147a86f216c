"""Reference numbers for the fit, from the published tables with nothing but Gaussian elimination.

Run: python3 tests/Umbriel.Systematics.Tests/reference/fit_reference.py
Needs only the standard library. Its output is quoted in PublishedFitTests.cs and validation/fit.md.
"""
import csv
import os

HERE = os.path.dirname(os.path.abspath(__file__))
DATA = os.path.join(HERE, "..", "..", "..", "data", "hepdata-2502.10900")


def lines(name):
    with open(os.path.join(DATA, name)) as f:
        return [line for line in f if not line.startswith("#")]


def table(name):
    rows = list(csv.DictReader(lines(name)))
    return tuple([float(r[k]) for r in rows] for k in ("Data", "MC", "MC_err"))


def solve(a, b):
    n = len(a)
    a = [row[:] + [b[i]] for i, row in enumerate(a)]
    for i in range(n):
        p = max(range(i, n), key=lambda k: abs(a[k][i]))
        a[i], a[p] = a[p], a[i]
        for k in range(i + 1, n):
            f = a[k][i] / a[i][i]
            for j in range(i, n + 1):
                a[k][j] -= f * a[i][j]
    x = [0.0] * n
    for i in range(n - 1, -1, -1):
        x[i] = (a[i][n] - sum(a[i][j] * x[j] for j in range(i + 1, n))) / a[i][i]
    return x


def cnp(n, mu):
    return 3 / (1 / n + 2 / mu) if n > 0 else mu / 2


def chi2(n, mu, m):
    d = [x - y for x, y in zip(n, mu)]
    return sum(x * y for x, y in zip(d, solve(m, d)))


def diag(v):
    return [[v[i] if i == j else 0.0 for j in range(len(v))] for i in range(len(v))]


def add(a, b):
    return [[x + y for x, y in zip(r, s)] for r, s in zip(a, b)]


def correlated(v, rho):
    return [[(1 if i == j else rho) * (v[i] * v[j]) ** 0.5 for j in range(len(v))] for i in range(len(v))]


frac = [[float(x) for x in line.split()] for line in lines("covariance_matrix_32x32.txt")]
n, b, e = table("dark_portal_ncpi0rejection.csv")
n0, b0, _ = table("dark_portal_2g0p.csv")
n1, b1, _ = table("dark_portal_2g1p.csv")
stat = diag([cnp(x, y) for x, y in zip(n, b)])
for rho in (0.0, 0.5, 1.0):
    print("rho", rho)
    print("  drawn-minus-poisson", chi2(n, b, add(stat, correlated([x * x - y for x, y in zip(e, b)], rho))))
    if rho < 1:
        print("  drawn-only", chi2(n, b, correlated([x * x for x in e], rho)))
    print("  drawn-plus-cnp", chi2(n, b, add(stat, correlated([x * x for x in e], rho))))
print("matrix", chi2(n, b, add(stat, [[frac[i][j] * b[i] * b[j] for j in range(4)] for i in range(4)])))


def constrained(nc, mc):
    mu = b + mc
    c = [[frac[i][j] * mu[i] * mu[j] for j in range(32)] for i in range(32)]
    k = add([row[4:] for row in c[4:]], diag(mc))
    y = solve(k, [p - q for p, q in zip(nc, mc)])
    mus = [b[i] + sum(c[i][4 + j] * y[j] for j in range(28)) for i in range(4)]
    w = [solve(k, c[i][4:]) for i in range(4)]
    s = [[c[i][j] - sum(c[i][4 + m] * w[j][m] for m in range(28)) for j in range(4)] for i in range(4)]
    return mus, s


for name, (nc, mc) in {"2g0p then 2g1p": (n0 + n1, b0 + b1), "2g1p then 2g0p": (n1 + n0, b1 + b0)}.items():
    mus, s = constrained(nc, mc)
    print("constrained-matrix", name, chi2(n, mus, add(diag([cnp(x, y) for x, y in zip(n, mus)]), s)))
    print("  mu'", mus, "sigma'", [s[i][i] ** 0.5 for i in range(4)])

# Sideband errors against the matrix, in both orders: largest |MC sqrt(F_ii) / MC_err - 1|.
for name, (mc, err) in {"2g0p then 2g1p": (b0 + b1, table("dark_portal_2g0p.csv")[2] + table("dark_portal_2g1p.csv")[2]),
                        "2g1p then 2g0p": (b1 + b0, table("dark_portal_2g1p.csv")[2] + table("dark_portal_2g0p.csv")[2])}.items():
    print("sideband errors", name, max(abs(m * frac[4 + i][4 + i] ** 0.5 / err[i] - 1) for i, m in enumerate(mc)))

# Limits on the strength of the drawn example signal, at a delta chi2 of 5.99 against the best strength >= 0.
sig = [float(r["Sig"]) for r in csv.DictReader(lines("dark_portal_ncpi0rejection.csv"))]


def strength_limit(data, mu, cov, poisson, scaling):
    def f(x):
        s = [x * y for y in sig]
        m = [p + q for p, q in zip(mu, s)]
        if scaling == "fixed":  # the background's error as it is, the signal with the matrix's own
            c = add(cov, [[frac[i][j] * s[i] * s[j] for j in range(4)] for i in range(4)])
        else:  # relative to the whole prediction
            c = [[cov[i][j] / mu[i] / mu[j] * m[i] * m[j] for j in range(4)] for i in range(4)]
        return chi2(data, m, add(c, diag([cnp(p, q) for p, q in zip(data, m)])) if poisson else c)

    best = min(range(2001), key=lambda k: f(k * 1e-3)) * 1e-3
    lo, hi = best, 100.0
    # The chi2 saturates at large signals, so the first crossing is bracketed by steps.
    x = best
    while x < hi and f(x) - f(best) < 5.99:
        lo, x = x, x + 0.01
    hi = x
    for _ in range(60):
        mid = 0.5 * (lo + hi)
        lo, hi = (mid, hi) if f(mid) - f(best) < 5.99 else (lo, mid)
    return best, hi


mus, s = constrained(n0 + n1, b0 + b1)
variants = {
    "drawn-minus-poisson": (b, diag([x * x - y for x, y in zip(e, b)]), True),
    "drawn-only": (b, diag([x * x for x in e]), False),
    "drawn-plus-cnp": (b, diag([x * x for x in e]), True),
    "matrix": (b, [[frac[i][j] * b[i] * b[j] for j in range(4)] for i in range(4)], True),
    "constrained-matrix": (mus, s, True),
}
for scaling in ("fixed", "prediction"):
    for name, (mu, cov, poisson) in variants.items():
        print("strength", scaling, name, "observed best, limit", strength_limit(n, mu, cov, poisson, scaling), "expected", strength_limit(mu, mu, cov, poisson, scaling)[1])
# The correlation of the systematic parts for which the bins sum to the letter's total of 69.7 +- 17.3, in events and relative.
syst = [(x * x - y) ** 0.5 for x, y in zip(e, b)]
for total in (17.3, 17.3 / 69.7 * sum(b)):
    print("correlation", (total ** 2 - sum(x * x for x in e)) / (sum(syst) ** 2 - sum(x * x for x in syst)))
for rho in (0.1, 0.2):
    for scaling in ("fixed", "prediction"):
        c = correlated([x * x - y for x, y in zip(e, b)], rho)
        print("strength", scaling, "correlation", rho, strength_limit(n, b, c, True, scaling), "expected", strength_limit(b, b, c, True, scaling)[1])
