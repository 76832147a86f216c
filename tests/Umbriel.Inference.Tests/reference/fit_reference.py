"""Reference numbers for the fit, from the published tables with nothing but Gaussian elimination.

Run: python3 tests/Umbriel.Inference.Tests/reference/fit_reference.py
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
