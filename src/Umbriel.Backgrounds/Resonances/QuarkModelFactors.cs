namespace Umbriel.Backgrounds.Resonances;

/// <summary>
/// Dynamic factors of the quark model at (W, Q²) for one oscillator level N: Rein and Sehgal, Ann. Phys. 133 (1981) 79,
/// in the form of C. Berger and L. M. Sehgal, PRD 76 (2007) 113004, which keeps the lepton's mass and the pion
/// pole. S, B and C are linear in the components (e⁰, e^z) of the lepton current in the resonance's rest frame with z
/// along the momentum transfer:
/// <code>
/// S = (e^z ν* − e⁰ q*)(M² + Q² − 3WM) G_V / (6 M² q²)
/// B = Z √(Ω/2)/(3W q*) G_A [e⁰ + e^z q*/(aM) + (e⁰ν* − e^z q*)(ν* + q*²/(aM))/(m_π² + Q²)]
/// C = Z G_A/(2W q*) [(e⁰q* − e^z ν*)(1/3 + ν*/(aM)) + (e^z + (e⁰ν* − e^z q*) q*/(m_π² + Q²)) P],
/// P = 2W/3 − Q²/(aM) + NΩ/(3aM),  a = ((W + M)² + Q²)/(2MW)
/// </code>
/// q lab momentum transfer, (ν*, q*) that in the rest frame. For massless leptons they are Rein and Sehgal's; a current
/// along (ν*, q*) has B and C ∝ m_π²/(m_π² + Q²) (PCAC). GeV.
/// </summary>
internal readonly struct QuarkModelFactors
{
    /// <summary>Slope of the squared masses Ω, GeV² (Rein and Sehgal).</summary>
    private const double Omega = 1.05;

    /// <summary>Renormalisation of the axial current: 5Z/3 is the nucleon's g_A = 1.2723 (Rein and Sehgal had 3/4).</summary>
    private const double Z = 0.76338;

    private readonly double scalar;
    private readonly double axialB;
    private readonly double axialC;
    private readonly double starEnergy;
    private readonly double starMomentum;
    private readonly double overAm;
    private readonly double bracketP;
    private readonly double pole;

    /// <summary>Evaluates the factors.</summary>
    /// <param name="mass">Mass M of the nucleon.</param>
    /// <param name="w">Invariant mass W of the hadrons.</param>
    /// <param name="q2">Q².</param>
    /// <param name="level">N.</param>
    /// <param name="vectorForm">G_V at this N.</param>
    /// <param name="axialForm">G_A at this N.</param>
    /// <param name="pionMass">Mass of the pion in the pole.</param>
    public QuarkModelFactors(double mass, double w, double q2, int level, double vectorForm, double axialForm, double pionMass)
    {
        double sum = w + mass;
        double d = (sum * sum) + q2;
        double nu = ((w * w) - (mass * mass) + q2) / (2.0 * mass);
        double q = Math.Sqrt((nu * nu) + q2);
        double spring = Math.Sqrt(0.5 * Omega);
        double reduced = mass * q / w;
        Lambda = reduced / spring;
        T = spring * vectorForm / (3.0 * w);
        R = Math.Sqrt(2.0) * reduced * sum * vectorForm / d;
        AxialT = 2.0 / 3.0 * Z * spring * reduced * axialForm / d;
        AxialR = Math.Sqrt(2.0) / 6.0 * Z * (axialForm / w) * (sum + (2.0 * level * Omega * w / d));
        starEnergy = ((mass * nu) - q2) / w;
        starMomentum = reduced;
        overAm = 2.0 * w / d;
        scalar = ((mass * mass) + q2 - (3.0 * w * mass)) * vectorForm / (6.0 * mass * mass * q * q);
        axialB = Z * spring * axialForm / (3.0 * w * starMomentum);
        axialC = Z * axialForm / (2.0 * w * starMomentum);
        bracketP = (2.0 / 3.0 * w) - (q2 * overAm) + (level * Omega * overAm / 3.0);
        pole = 1.0 / ((pionMass * pionMass) + q2);
    }

    /// <summary>λ.</summary>
    public double Lambda { get; }

    /// <summary>Vector part of T, positive: T± = −(T ± T_A).</summary>
    public double T { get; }

    /// <summary>Vector part of R: R± = −(R ± R_A).</summary>
    public double R { get; }

    /// <summary>T_A.</summary>
    public double AxialT { get; }

    /// <summary>R_A.</summary>
    public double AxialR { get; }

    /// <summary>S, B and C for a lepton current.</summary>
    /// <param name="e0">Its time component in the resonance's rest frame.</param>
    /// <param name="ez">Its component along the momentum transfer.</param>
    public (double S, double B, double C) Longitudinal(double e0, double ez)
    {
        double divergence = (e0 * starEnergy) - (ez * starMomentum);
        double s = ((ez * starEnergy) - (e0 * starMomentum)) * scalar;
        double b = axialB * (e0 + (ez * starMomentum * overAm) + (divergence * pole * (starEnergy + (starMomentum * starMomentum * overAm))));
        double c = axialC * ((((e0 * starMomentum) - (ez * starEnergy)) * ((1.0 / 3.0) + (starEnergy * overAm)))
            + ((ez + (divergence * pole * starMomentum)) * bracketP));
        return (s, b, c);
    }
}
