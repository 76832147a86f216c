using Umbriel.Detector;

namespace Umbriel.Studies.Performance;

/// <summary>A true particle and how it was found.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Energy">Its kinetic energy, GeV.</param>
/// <param name="Visible">What it leaves of that in the active volume, GeV.</param>
/// <param name="Best">The particle that most of its charge is in, if any has it as its own; see <see cref="IsFound"/>.</param>
public sealed record ObservedProng(ParticleKind Kind, double Energy, double Visible, ProngMatch? Best)
{
    /// <summary>What leaves less than this in the active volume is not asked for, GeV.</summary>
    public const double LeastVisible = 0.02;

    /// <summary>Whether it should be found.</summary>
    public bool IsVisible => Visible >= LeastVisible;

    /// <summary>Whether it leaves more than 80% of its energy in the active volume.</summary>
    public bool IsContained => Visible > 0.8 * Energy;

    /// <summary>Whether a particle has more than half of its charge, and has more than half of its charge from it.</summary>
    public bool IsFound => Best is { Purity: > 0.5, Completeness: > 0.5 };

    /// <summary>The particle that it was found as.</summary>
    public ProngMatch? Found => IsFound ? Best : null;
}
