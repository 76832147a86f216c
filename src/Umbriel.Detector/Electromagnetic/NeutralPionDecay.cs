using Umbriel.Core;

namespace Umbriel.Detector.Electromagnetic;

/// <summary>
/// π0 → γγ where it was made: its lifetime of 8.4·10⁻¹⁷ s is 25 nm times γ. The other 1.2% of decays (PDG 2024), mostly with
/// one e+e− pair instead of a photon, are treated as two photons.
/// </summary>
internal static class NeutralPionDecay
{
    /// <summary>Mass, GeV (PDG 2024).</summary>
    public const double Mass = 0.1349768;

    public static void Decay(ref RandomStream random, ParticleState pion, SimulatedEvent simulated)
    {
        double total = pion.Energy + Mass;
        double momentum = Math.Sqrt(pion.Energy * (pion.Energy + (2.0 * Mass)));
        double beta = momentum / total;
        double cosine = (2.0 * random.NextDouble()) - 1.0;
        Rotation.Azimuth(ref random, out double cos, out double sin);
        double first = 0.5 * total * (1.0 + (beta * cosine));
        Add(pion, first, (1.0 - beta) * (1.0 - cosine) / (1.0 + (beta * cosine)), cos, sin, simulated);
        Add(pion, total - first, (1.0 - beta) * (1.0 + cosine) / (1.0 - (beta * cosine)), -cos, -sin, simulated);
        simulated.Released += Mass;
    }

    private static void Add(ParticleState pion, double energy, double mu, double cos, double sin, SimulatedEvent simulated)
    {
        ParticleState photon = pion;
        photon.Kind = ParticleKind.Photon;
        photon.Energy = energy;
        Rotation.Turn(ref photon, mu, cos, sin);
        simulated.Add(photon, pion.Index, CreationProcess.Decay);
    }
}
