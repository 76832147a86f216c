namespace Umbriel.Detector.Cards;

/// <summary>Law of recombination.</summary>
public enum RecombinationModel
{
    /// <summary>R = ln(A + ξ)/ξ, ξ = B dE/dx/(ρ E).</summary>
    ModifiedBox = 0,

    /// <summary>R = A/(1 + k dE/dx/(ρ E)).</summary>
    Birks = 1,
}

/// <summary>Law of recombination and its two constants.</summary>
public sealed record RecombinationSettings
{
    /// <summary>Birks's law with its own constants (ICARUS, NIM A 523 (2004) 275).</summary>
    public static RecombinationSettings Birks { get; } = new() { Model = RecombinationModel.Birks, A = 0.800, B = 0.0486 };

    /// <summary>The law.</summary>
    public RecombinationModel Model { get; init; } = RecombinationModel.ModifiedBox;

    /// <summary>A of either law. Modified box 0.930 (ArgoNeuT, JINST 8 (2013) P08005); Birks 0.800 (ICARUS, NIM A 523 (2004) 275).</summary>
    public double A { get; init; } = 0.930;

    /// <summary>B of the box, 0.212, or k of Birks, 0.0486; (kV/cm)(g/cm²)/MeV.</summary>
    public double B { get; init; } = 0.212;
}
