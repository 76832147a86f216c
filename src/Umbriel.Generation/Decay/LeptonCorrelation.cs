using System.Runtime.CompilerServices;
using Umbriel.Core;

namespace Umbriel.Generation.Decay;

/// <summary>
/// |M|² against the direction of the electron in the rest frame of the e+e- pair, with z against the flight of the
/// daughter and K in the xz plane: constant − ½ t β² (k'·n̂)(K·n̂).
/// </summary>
internal readonly struct LeptonCorrelation
{
    private readonly double constant;
    private readonly double correlated;
    private readonly double daughterZ;
    private readonly double spinX;
    private readonly double spinZ;

    /// <summary>Prepares the correlation of one decay; momenta in GeV.</summary>
    /// <param name="t">Squared mass of the pair.</param>
    /// <param name="beta">Velocity of the electron.</param>
    /// <param name="daughter">Energy and z component of k'.</param>
    /// <param name="spin">Energy, x and z components of K.</param>
    /// <param name="massTerm">What a Majorana mass adds to the constant, GeV⁴.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public LeptonCorrelation(double t, double beta, (double E, double Z) daughter, (double E, double X, double Z) spin, double massTerm)
    {
        const double SquaredElectronMass = PhysicalConstants.MassElectron * PhysicalConstants.MassElectron;
        double product = daughter.Z * spin.Z;
        constant = (0.5 * t * daughter.E * spin.E) + (SquaredElectronMass * ((daughter.E * spin.E) - product)) + massTerm;
        correlated = 0.5 * t * beta * beta;
        daughterZ = daughter.Z;
        spinX = spin.X;
        spinZ = spin.Z;
        Bound = constant + (0.5 * correlated * ((Math.Abs(daughter.Z) * Math.Sqrt((spin.X * spin.X) + (spin.Z * spin.Z))) - product));
    }

    /// <summary>The largest value over all directions.</summary>
    public double Bound { get; }

    /// <summary>Value for the unit vector (nx, ·, nz).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double At(double nx, double nz) => constant - (correlated * daughterZ * nz * ((spinX * nx) + (spinZ * nz)));
}
