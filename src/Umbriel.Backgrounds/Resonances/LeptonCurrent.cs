namespace Umbriel.Backgrounds.Resonances;

/// <summary>
/// The current of a left-handed neutrino and a lepton of either helicity in the rest frame of the resonance, z along the
/// momentum transfer (K. S. Kuzmin, V. V. Lyubushkin, V. A. Naumov, Mod. Phys. Lett. A 19 (2004) 2815; Berger and Sehgal,
/// PRD 76 (2007) 113004), divided by √2 E/q. For a massless lepton <see cref="Left"/> is u², and
/// <see cref="Right"/> v², with u, v = (E + E' ± q)/2E. For antineutrinos the two change places.
/// </summary>
internal readonly struct LeptonCurrent
{
    /// <summary>Evaluates the current.</summary>
    /// <param name="energy">Neutrino energy where the nucleon is at rest, GeV.</param>
    /// <param name="mass">Mass of the nucleon, GeV.</param>
    /// <param name="leptonMass">Mass of the lepton, GeV.</param>
    /// <param name="w">Invariant mass of the hadrons, GeV.</param>
    /// <param name="q2">Q², GeV².</param>
    public LeptonCurrent(double energy, double mass, double leptonMass, double w, double q2)
    {
        double nu = ((w * w) - (mass * mass) + q2) / (2.0 * mass);
        double q = Math.Sqrt((nu * nu) + q2);
        double e = energy - nu;
        double l2 = leptonMass * leptonMass;
        double p = Math.Sqrt(Math.Max(0.0, (e * e) - l2));

        // Spinor factors √E(E' ∓ p) times √(1 ± cos), each without cancellation; 2Ep(1 − cos) = Q² + m² − 2E(E' − p).
        double slow = l2 / (e + p);
        double oneMinus = Math.Clamp((q2 + l2 - (2.0 * energy * slow)) / (2.0 * energy * p), 0.0, 2.0);
        double onePlus = 2.0 - oneMinus;
        double flipped = Math.Sqrt(energy * slow);
        double kept = Math.Sqrt(energy * (e + p));
        double cosine = 1.0 - oneMinus;
        double sinHalf = Math.Sqrt(oneMinus);
        double cosHalf = Math.Sqrt(onePlus);
        double scale = q / (Math.Sqrt(2.0) * energy);

        double x = flipped / q * cosHalf * (p - energy);
        double y = flipped * cosHalf;
        double otherX = kept / q * sinHalf * (p + energy);
        double otherY = -kept * sinHalf;
        double norm = 0.5 * scale * scale / q2;
        Left = norm * (((x - y) * (x - y)) + ((otherX - otherY) * (otherX - otherY)));
        Right = norm * (((x + y) * (x + y)) + ((otherX + otherY) * (otherX + otherY)));

        double rest = mass - e;
        FlippedTime = scale * flipped / w * sinHalf * (rest - p);
        FlippedAlong = scale * flipped / (w * q) * sinHalf * (((energy + p) * rest) + (p * (energy + (2.0 * energy * cosine) - p)));
        KeptTime = scale * kept / w * cosHalf * (rest + p);
        KeptAlong = scale * kept / (w * q) * cosHalf * (((energy - p) * rest) + (p * ((2.0 * energy * cosine) - energy - p)));
    }

    /// <summary>Weight of |f+3|² + |f+1|².</summary>
    public double Left { get; }

    /// <summary>Weight of |f−3|² + |f−1|².</summary>
    public double Right { get; }

    /// <summary>Time component for the lepton of the suppressed helicity, times q/(√2 E).</summary>
    public double FlippedTime { get; }

    /// <summary>Component along the momentum transfer for the lepton of the suppressed helicity.</summary>
    public double FlippedAlong { get; }

    /// <summary>Time component for the lepton of the usual helicity.</summary>
    public double KeptTime { get; }

    /// <summary>Component along the momentum transfer for the lepton of the usual helicity.</summary>
    public double KeptAlong { get; }
}
