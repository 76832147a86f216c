using Umbriel.Backgrounds.Resonances;
using Umbriel.Core;
using Umbriel.Nuclei;

namespace Umbriel.Backgrounds.Tests.Resonances;

/// <summary>
/// Rein and Sehgal's cross section as printed (Ann. Phys. 133 (1981) 79) for a massless lepton,
/// each amplitude written out: an independent, slow version.
/// </summary>
internal static class ReinSehgalFormula
{
    private static readonly System.Collections.Concurrent.ConcurrentDictionary<ResonanceState, BreitWigner> Lines = new();

    public static double Differential(ResonanceTable table, InelasticParameters parameters, WeakCurrent current, int neutrino, Nucleon nucleon, double energy, double w, double q2)
    {
        double sum = 0.0;
        for (int i = 0; i < ResonanceTable.Count; i++)
        {
            sum += One(table.States[i], parameters, current, neutrino, nucleon, energy, w, q2);
        }

        return sum;
    }

    public static double One(ResonanceState state, InelasticParameters parameters, WeakCurrent current, int neutrino, Nucleon nucleon, double energy, double w, double q2)
    {
        const double Omega = 1.05;
        const double Z = 0.76338;
        QuarkModelState model = state.Model;
        int n = model.OscillatorN;
        bool charged = current == WeakCurrent.Charged;
        bool doubly = charged && (neutrino > 0) == (nucleon == Nucleon.Proton);
        if (doubly && model.TwoIsospin == 1)
        {
            return 0.0;
        }

        double m = nucleon.Mass();
        double nu = ((w * w) - (m * m) + q2) / (2.0 * m);
        double q = Math.Sqrt((nu * nu) + q2);
        double u = ((2.0 * energy) - nu + q) / (2.0 * energy);
        double v = ((2.0 * energy) - nu - q) / (2.0 * energy);
        (double gv, double ga) = ResonanceFormFactors.At(m, w, q2, parameters.VectorMassCharged, parameters.AxialMassCharged);
        double power = Math.Pow(1.0 + (q2 / ((w + m) * (w + m))), -n);
        gv *= power;
        ga *= power;
        double d = ((w + m) * (w + m)) + q2;
        double lambda = Math.Sqrt(2.0 / Omega) * m * q / w;
        double tv = gv / (3.0 * w) * Math.Sqrt(Omega / 2.0);
        double rv = Math.Sqrt(2.0) * (m * q / w) * (w + m) * gv / d;
        double s = q2 / (q * q) * ((3.0 * w * m) - q2 - (m * m)) * gv / (6.0 * m * m);
        double ta = 2.0 / 3.0 * Z * Math.Sqrt(Omega / 2.0) * (m * q / w) * ga / d;
        double ra = Math.Sqrt(2.0) / 6.0 * Z * (ga / w) * (w + m + (2.0 * n * Omega * w / d));
        double b = Z / (3.0 * w) * Math.Sqrt(Omega / 2.0) * (1.0 + (((w * w) - (m * m) - q2) / d)) * ga;
        double c = Z / (6.0 * q) * ((w * w) - (m * m) + (n * Omega * ((w * w) - (m * m) - q2) / d)) * ga / m;

        // Currents: (vector isovector, isoscalar, axial), the neutral one V₃ − A₃ − 2x(V₃ + V_s), a neutron's I = 1/2 mirrored.
        double x = parameters.SinSquaredWeakAngle;
        double mirror = model.TwoIsospin == 1 && nucleon == Nucleon.Neutron ? -1.0 : 1.0;
        double cv = charged ? (model.TwoIsospin == 1 ? 2.0 : 1.0) : mirror * (1.0 - (2.0 * x));
        double cs = charged ? 0.0 : -2.0 * x;
        double ca = charged ? cv : mirror;
        double vt = tv * (cv + (cs * model.ScalarT));
        double vr = rv * (cv + (cs * model.ScalarR));
        double vs = s * (cv + (cs * model.ScalarS));

        double FPlus(double t1, double r1) => (t1 * LevelT() * -(vt + (ta * ca))) + (r1 * LevelR() * -(vr + (ra * ca)));
        double FMinus(double t1, double r1) => (t1 * LevelT() * -(vt - (ta * ca))) + (r1 * LevelR() * -(vr - (ra * ca)));
        double LevelR() => Math.Pow(lambda, n);
        double LevelT() => n == 0 ? 0.0 : Math.Pow(lambda, n - 1);
        double fp1 = FPlus(model.T1, model.R1);
        double fp3 = FPlus(model.T3, model.R3);
        double fm1 = FMinus(model.T1, model.R1);
        double fm3 = FMinus(model.T3, model.R3);
        double axial = model.C0 * ca * ((LevelR() * c) - (model.B0 * LevelT() * b));
        double f0Minus = (LevelR() * model.S0 * vs) + axial;
        double f0Plus = model.Sigma * ((LevelR() * model.S0 * vs) - axial);

        double left = w / m * ((fp3 * fp3) + (fp1 * fp1));
        double right = w / m * ((fm3 * fm3) + (fm1 * fm1));
        double scalar = m / w * (q * q / q2) * ((f0Plus * f0Plus) + (f0Minus * f0Minus));
        (double forLeft, double forRight) = neutrino > 0 ? (u * u, v * v) : (v * v, u * u);
        double coupling = PhysicalConstants.FermiConstant * PhysicalConstants.FermiConstant * (charged ? parameters.Vud * parameters.Vud : 1.0);
        double scale = charged ? parameters.ResonanceScaleCharged : parameters.ResonanceScaleNeutral;
        return scale * coupling / (8.0 * Math.PI) * (q2 / (q * q)) * (w / m) * ((forLeft * left) + (forRight * right) + (2.0 * u * v * scalar))
            * Line(state).Density(w) * (doubly ? 3.0 : 1.0) * PhysicalConstants.HbarCSquared;
    }

    private static BreitWigner Line(ResonanceState state) => Lines.GetOrAdd(state, _ => new BreitWigner(state));
}
