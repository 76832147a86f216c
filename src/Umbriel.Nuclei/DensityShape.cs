namespace Umbriel.Nuclei;

/// <summary>How the density of a nucleus falls with the radius, not normalised.</summary>
internal abstract class DensityShape
{
    /// <summary>Radius beyond which there is no matter, fm; the density has fallen to about 5·10⁻⁵ of the centre's.</summary>
    public abstract double MaximumRadius { get; }

    /// <summary>Density relative to the centre's scale at a radius in fm.</summary>
    public abstract double Evaluate(double radius);
}

/// <summary>1/(1 + e^((r − c)/z)) (Woods and Saxon, Phys. Rev. 95 (1954) 577).</summary>
/// <param name="radius">c, fm.</param>
/// <param name="diffuseness">z, fm.</param>
internal sealed class WoodsSaxonShape(double radius, double diffuseness) : DensityShape
{
    /// <inheritdoc/>
    public override double MaximumRadius => radius + (10.0 * diffuseness);

    /// <inheritdoc/>
    public override double Evaluate(double r) => 1.0 / (1.0 + Math.Exp((r - radius) / diffuseness));
}

/// <summary>(1 + α (r/a)²) e^(−(r/a)²): nucleons of the first two shells of a harmonic oscillator (de Vries et al., ADNDT 36 (1987) 495).</summary>
/// <param name="radius">a, fm.</param>
/// <param name="alpha">α, no unit.</param>
internal sealed class OscillatorShape(double radius, double alpha) : DensityShape
{
    /// <inheritdoc/>
    public override double MaximumRadius => 3.5 * radius;

    /// <inheritdoc/>
    public override double Evaluate(double r)
    {
        double square = r * r / (radius * radius);
        return (1.0 + (alpha * square)) * Math.Exp(-square);
    }
}

/// <summary>A single nucleon: no matter around it.</summary>
internal sealed class PointShape : DensityShape
{
    /// <inheritdoc/>
    public override double MaximumRadius => 0.0;

    /// <inheritdoc/>
    public override double Evaluate(double r) => 0.0;
}
