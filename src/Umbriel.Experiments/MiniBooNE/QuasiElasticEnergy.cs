using Umbriel.Core;

namespace Umbriel.Experiments.MiniBooNE;

/// <summary>MiniBooNE's neutrino energy under the hypothesis ν n → e⁻ p on a free neutron at rest, without binding energy.</summary>
public static class QuasiElasticEnergy
{
    private const double Neutron = PhysicalConstants.MassNeutron;
    private const double Electron = PhysicalConstants.MassElectron;
    private const double Offset = 0.5 * ((Neutron * Neutron) + (Electron * Electron) - (PhysicalConstants.MassProton * PhysicalConstants.MassProton));

    /// <summary>
    /// E_ν = (m_n E − (m_n² + m_e² − m_p²)/2) / (m_n − E + √(E² − m_e²) cosθ), GeV, as in arXiv:2308.02543: E is the visible
    /// (kinetic) energy put in the place of the electron's. Negative or very large where the denominator is: such events
    /// lie in no bin.
    /// </summary>
    /// <param name="visibleEnergy">Visible energy E in GeV.</param>
    /// <param name="cosTheta">Cosine of the angle to the beam.</param>
    /// <returns>Not a number for E ≤ m_e.</returns>
    public static double Of(double visibleEnergy, double cosTheta)
    {
        double squared = (visibleEnergy * visibleEnergy) - (Electron * Electron);
        return visibleEnergy > 0.0 && squared > 0.0
            ? ((Neutron * visibleEnergy) - Offset) / (Neutron - visibleEnergy + (Math.Sqrt(squared) * cosTheta))
            : double.NaN;
    }
}
