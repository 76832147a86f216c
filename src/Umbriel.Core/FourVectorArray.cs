namespace Umbriel.Core;

/// <summary>Four-momenta of many particles as four parallel arrays (GeV).</summary>
public sealed class FourVectorArray(int length)
{
    /// <summary>Energies.</summary>
    public double[] E { get; } = new double[length];

    /// <summary>x components.</summary>
    public double[] X { get; } = new double[length];

    /// <summary>y components.</summary>
    public double[] Y { get; } = new double[length];

    /// <summary>z components.</summary>
    public double[] Z { get; } = new double[length];

    /// <summary>Gathers or scatters one vector.</summary>
    public FourVector this[int i]
    {
        get => new(E[i], X[i], Y[i], Z[i]);
        set => (E[i], X[i], Y[i], Z[i]) = (value.E, value.X, value.Y, value.Z);
    }
}
