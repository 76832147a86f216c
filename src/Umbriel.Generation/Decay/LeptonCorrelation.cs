using System.Diagnostics;
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
    private readonly double alongX;
    private readonly double alongZ;

    /// <summary>Prepares the correlation of one decay; momenta in GeV.</summary>
    /// <param name="frame">Masses and the daughter's momentum k'.</param>
    /// <param name="spin">Energy, x and z components of K.</param>
    /// <param name="massTerm">What a Majorana mass adds to the constant, GeV⁴.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public LeptonCorrelation(in PairFrame frame, (double E, double X, double Z) spin, double massTerm)
    {
        Debug.Assert(frame.T > 0.0);
        Debug.Assert(massTerm >= 0.0);
        const double SquaredElectronMass = PhysicalConstants.MassElectron * PhysicalConstants.MassElectron;
        double energies = frame.DaughterEnergy * spin.E;
        double product = frame.DaughterZ * spin.Z;
        double correlated = 0.5 * frame.T * frame.Beta * frame.Beta;
        constant = (0.5 * frame.T * energies) + (SquaredElectronMass * (energies - product)) + massTerm;
        alongX = correlated * frame.DaughterZ * spin.X;
        alongZ = correlated * product;
        Bound = constant + (0.5 * correlated * ((Math.Abs(frame.DaughterZ) * Math.Sqrt((spin.X * spin.X) + (spin.Z * spin.Z))) - product));
    }

    /// <summary>The largest value over all directions.</summary>
    public double Bound { get; }

    /// <summary>Value for the unit vector (nx, ·, nz).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double At(double nx, double nz) => constant - (nz * ((alongX * nx) + (alongZ * nz)));
}
