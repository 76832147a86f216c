namespace Umbriel.Detector;

/// <summary>A particle somewhere on its way.</summary>
public struct ParticleState
{
    /// <summary>What it is.</summary>
    public ParticleKind Kind;

    /// <summary>Index of this particle in the event's list.</summary>
    public int Index;

    /// <summary>Kinetic energy, GeV.</summary>
    public double Energy;

    /// <summary>Position, cm; x drift, y up, z beam.</summary>
    public double X;

    /// <summary>See <see cref="X"/>.</summary>
    public double Y;

    /// <summary>See <see cref="X"/>.</summary>
    public double Z;

    /// <summary>Unit vector of the direction.</summary>
    public double DX;

    /// <summary>See <see cref="DX"/>.</summary>
    public double DY;

    /// <summary>See <see cref="DX"/>.</summary>
    public double DZ;

    /// <summary>Time, ns.</summary>
    public double Time;
}
