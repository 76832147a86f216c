using Umbriel.DarkSector;

namespace Umbriel.Cards;

/// <summary>A logarithmic grid: <see cref="Points"/> values from <see cref="Low"/> to <see cref="High"/>, both included.</summary>
/// <param name="Low">First value, &gt; 0.</param>
/// <param name="High">Last value, &gt; <paramref name="Low"/>.</param>
/// <param name="Points">Number of values, at least 2.</param>
public sealed record ScanGrid(double Low, double High, int Points);

/// <summary>The <c>scan:</c> section of a card: what <c>umbriel search</c> covers.</summary>
public sealed record ScanSettings
{
    /// <summary>Scenarios scanned, in this order; <c>scenarios</c>.</summary>
    public IReadOnlyList<Scenario> Scenarios { get; init; } = [Scenario.Single, Scenario.Dual];

    /// <summary>Δ = (m5 − m4)/m4 of the dual scenario; <c>delta</c>.</summary>
    public double Delta { get; init; } = 1.0;

    /// <summary>Z' masses, GeV; <c>mzprime</c> in the section. The default is the letter's six.</summary>
    public IReadOnlyList<double> MZPrime { get; init; } = [0.03, 0.1, 0.2, 0.5, 0.8, 1.25];

    /// <summary>Masses of the upscattered dark neutrino, GeV; <c>mass</c>.</summary>
    public ScanGrid Mass { get; init; } = new(0.01, 1.0, 40);

    /// <summary>Squared mixings |U|²; <c>coupling</c>. The default ends where arXiv:2308.02543 ends its own scan: a larger mixing means nothing.</summary>
    public ScanGrid Coupling { get; init; } = new(1e-12, 0.0625, 200);
}
