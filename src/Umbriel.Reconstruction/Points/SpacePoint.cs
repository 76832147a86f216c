using Umbriel.Core;

namespace Umbriel.Reconstruction.Points;

/// <summary>A place where wires of different planes saw charge at the same time.</summary>
/// <param name="X">Along the drift, cm, for charge of time zero.</param>
/// <param name="Y">Up, cm.</param>
/// <param name="Z">Along the beam, cm.</param>
/// <param name="Charge">Electrons: what its hits have in common; the points of a hit share its charge.</param>
/// <param name="First">Hit of plane 0, −1 where the plane's wire is dead.</param>
/// <param name="Second">Hit of plane 1 or −1.</param>
/// <param name="Third">Hit of plane 2 or −1.</param>
public readonly record struct SpacePoint(double X, double Y, double Z, double Charge, int First, int Second, int Third)
{
    /// <summary>Where it is, cm.</summary>
    public SpaceVector Place => new(X, Y, Z);

    /// <summary>Bit p is set if plane p has a hit.</summary>
    public byte Planes => (byte)((First >= 0 ? 1 : 0) | (Second >= 0 ? 2 : 0) | (Third >= 0 ? 4 : 0));

    /// <summary>Hit of a plane, or −1.</summary>
    public int Hit(int plane) => plane switch { 0 => First, 1 => Second, _ => Third };
}
