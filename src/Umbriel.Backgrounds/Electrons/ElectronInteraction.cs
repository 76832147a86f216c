using Umbriel.Backgrounds.Events;
using Umbriel.Core;
using Umbriel.Nuclei;

namespace Umbriel.Backgrounds.Electrons;

/// <summary>
/// Elastic scattering of neutrinos on atomic electrons at rest: dσ/dy = (2 G_F² m_e E/π) [g_L² + g_R² (1 − y)² − g_L g_R (m_e/E) y]
/// with y = T/E up to 1/(1 + m_e/2E), g_R = sin²θ_W, g_L = sin²θ_W − ½, and + ½ for ν_e, which also exchange a W;
/// exchanged for antineutrinos ('t Hooft, Phys. Lett. B 37 (1971) 195). At tree level: radiative corrections are a few per cent.
/// Check: ν_μ e at E ≫ m_e with sin²θ_W = 0.2313: 1.55·10⁻⁴² cm²/GeV.
/// </summary>
/// <param name="nucleus">The nucleus, whose Z electrons scatter.</param>
/// <param name="neutrino">PDG code of the neutrino: ±12, ±14 or ±16.</param>
/// <param name="parameters">The weak angle.</param>
public sealed class ElectronInteraction(Nucleus nucleus, int neutrino, InteractionParameters parameters) : ISampledInteraction
{
    private const double Mass = PhysicalConstants.MassElectron;

    /// <inheritdoc/>
    public InteractionProcess Process => InteractionProcess.Electron;

    /// <inheritdoc/>
    public WeakCurrent Current => WeakCurrent.Neutral;

    /// <inheritdoc/>
    public int Neutrino => neutrino;

    /// <inheritdoc/>
    public Nucleus Nucleus => nucleus;

    /// <inheritdoc/>
    public double RemovalEnergy => 0.0;

    /// <inheritdoc/>
    public int Dimensions => 2;

    /// <inheritdoc/>
    public (int First, int Second) SteepCoordinates => (0, 1);

    /// <inheritdoc/>
    public double Density(double energy, ReadOnlySpan<double> point)
    {
        double greatest = GreatestShare(energy);
        return nucleus.Protons * greatest * Differential(energy, greatest * point[0]);
    }

    /// <summary>dσ/dy on one electron, cm².</summary>
    /// <param name="energy">Neutrino energy, GeV.</param>
    /// <param name="y">Kinetic energy of the electron over the neutrino's.</param>
    public double Differential(double energy, double y)
    {
        double right = parameters.SinSquaredWeakAngle;
        double left = right + (Math.Abs(neutrino) == 12 ? 0.5 : -0.5);
        if (neutrino < 0)
        {
            (left, right) = (right, left);
        }

        double rest = 1.0 - y;
        double bracket = (left * left) + (right * right * rest * rest) - (left * right * Mass / energy * y);
        return 2.0 * PhysicalConstants.FermiConstant * PhysicalConstants.FermiConstant * Mass * energy / Math.PI * bracket * PhysicalConstants.HbarCSquared;
    }

    /// <inheritdoc/>
    public bool TryMake(double energy, ReadOnlySpan<double> point, ref RandomStream random, InteractionEvent made)
    {
        ArgumentNullException.ThrowIfNull(made);
        double kinetic = GreatestShare(energy) * point[0] * energy;
        double momentum = Math.Sqrt(kinetic * (kinetic + (2.0 * Mass)));
        double cosine = Math.Min(1.0, (energy + Mass) / energy * Math.Sqrt(kinetic / (kinetic + (2.0 * Mass))));
        double across = momentum * Math.Sqrt((1.0 - cosine) * (1.0 + cosine));
        Direction.Turn(point[1], out double sin, out double cos);
        FourVector electron = new(Mass + kinetic, across * cos, across * sin, momentum * cosine);
        made.Begin(this, energy, 0.0, new FourVector(energy + Mass, 0.0, 0.0, energy) - electron);
        made.Add(11, electron);
        return true;
    }

    private static double GreatestShare(double energy) => 1.0 / (1.0 + (Mass / (2.0 * energy)));
}
