using Umbriel.Core;

namespace Umbriel.DarkSector;

/// <summary>How the Z' of N → n Z'* → n X lies to the phase space of X.</summary>
public enum ZPrimeRegime
{
    /// <summary>Inside, and so narrow that only its own mass matters.</summary>
    Real,

    /// <summary>At the end of phase space, or broad: a line of which a part is cut off and whose tails count.</summary>
    Resonant,

    /// <summary>Outside, by much more than its width.</summary>
    Virtual,
}

/// <summary>
/// The Breit-Wigner line 1/((t − m²)² + w²) of the Z', w = m Γ, in the squared mass t of the pair, which ends at
/// (m_N − m_n)². In t = m² + s sinh u a function of t over this line is smooth on all scales, both the line's width and
/// its distance from phase space: s is the larger of the two. All in GeV².
/// </summary>
public readonly record struct ZPrimeLine
{
    /// <summary>Share of the decays beyond the line itself up to which it counts as narrow; the width errs by as much.</summary>
    private const double Narrow = 1e-7;

    /// <summary>m_Z'²/(m_N − m_n)² from which on the line is far outside.</summary>
    private const double Far = 1.1;

    /// <summary>Widths from its mass within which a Z' counts as real: 99.4% of the line.</summary>
    private const double RealWithin = 100.0;

    /// <summary>The line of a model point.</summary>
    public ZPrimeLine(DarkSectorParameters parameters)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        double mass = parameters.MZPrime;
        double gap = parameters.ParentMass - parameters.DaughterMass;
        MassSquared = mass * mass;
        Width = mass * ZPrimeWidths.Channels(parameters).Sum(c => c.Width);
        HighOffset = (gap - mass) * (gap + mass);

        // Tails: ∫ F(t)/F(m²) w dt/(π x²), x = t − m², where phase space F falls to its end at x = HighOffset as a square at most.
        double end = MassSquared / HighOffset;
        Regime = MassSquared > Far * gap * gap ? ZPrimeRegime.Virtual
            : HighOffset > 0.0 && Width * Math.Max(1.0, end * end) < Narrow * MassSquared ? ZPrimeRegime.Real
            : ZPrimeRegime.Resonant;
    }

    /// <summary>m_Z'².</summary>
    public double MassSquared { get; }

    /// <summary>w = m_Z' Γ_Z'.</summary>
    public double Width { get; }

    /// <summary>End of phase space, from the line: (m_N − m_n)² − m_Z'², without cancellation.</summary>
    public double HighOffset { get; }

    /// <summary>Where the line lies.</summary>
    public ZPrimeRegime Regime { get; }

    /// <summary>Whether phase space reaches Z' that live as long as a real one.</summary>
    public bool ReachesReal => HighOffset > -RealWithin * Width;

    /// <summary>s for a pair that begins at <paramref name="lowT"/>.</summary>
    public double Scale(double lowT)
    {
        double scale = Math.Max(Width, Math.Max(lowT - MassSquared, -HighOffset));
        return scale > 0.0 ? scale : MassSquared;
    }

    /// <summary>The line at t = m² + <paramref name="offset"/>, GeV⁻⁴.</summary>
    public double At(double offset) => 1.0 / ((offset * offset) + (Width * Width));

    /// <summary>Whether a pair of squared mass m² + <paramref name="offset"/> comes from a Z' that lives as long as a real one.</summary>
    public bool IsReal(double offset) => Math.Abs(offset) <= RealWithin * Width;
}
