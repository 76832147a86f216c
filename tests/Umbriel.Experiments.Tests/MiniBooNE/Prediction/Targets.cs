using Umbriel.DarkSector;

namespace Umbriel.Experiments.MiniBooNE.Tests.Prediction;

/// <summary>
/// Selected events per |V|² at 18.75e20 protons on target, made with DarkNews 0.3.0 and the public code of arXiv:2308.02543
/// (two-body decays with the sign before DarkNews commit 2e08c51); |V|² so small that nothing but the lifetime depends on it.
/// </summary>
/// <param name="Name">In the page.</param>
/// <param name="Point">The model.</param>
/// <param name="Legacy">Target with the efficiency as tabulated.</param>
/// <param name="Head">Target with the efficiency over 0.55; null if there is none.</param>
/// <param name="CtauCm">Target for cτ; null if there is none.</param>
internal sealed record Target(string Name, DarkSectorParameters Point, double Legacy, double? Head, double? CtauCm)
{
    public static IReadOnlyList<Target> All { get; } =
    [
        new("A", DarkNewsModel.Single(0.09427, 0.0285, 1e-9), 6.88e10, null, null),
        new("B", DarkNewsModel.Dual(0.1914 / 1.5, 0.1914, 0.03, 1e-9), 3.802e10, 7.60e10, 1.5214e-12),
        new("C", DarkNewsModel.Dual(0.1914 / 1.5, 0.1914, 0.2, 1e-9), 4.530e8, 1.004e9, 1.463),
    ];
}
