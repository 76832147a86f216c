namespace Umbriel.Generation.Scattering;

/// <summary>Charge form factor of a nucleus, F(0) = 1.</summary>
public interface INuclearFormFactor
{
    /// <summary>F at momentum transfer <paramref name="q"/> = √Q² ≥ 0 in GeV; may be negative beyond the first zero.</summary>
    double Evaluate(double q);
}
