using System.Collections.Concurrent;

namespace Umbriel.Generation.Scattering;

/// <summary>The tabulated form factor of a target in a model, built once and shared.</summary>
public static class NuclearFormFactors
{
    private static readonly ConcurrentDictionary<(int Code, FormFactorModel Model), TabulatedFormFactor> Cache = new();

    /// <summary>The shared table of <paramref name="target"/> in <paramref name="model"/>.</summary>
    /// <exception cref="ArgumentException">Hydrogen has no nuclear form factor.</exception>
    public static TabulatedFormFactor For(Target target, FormFactorModel model)
    {
        ArgumentNullException.ThrowIfNull(target);
        if (target.A < 4)
        {
            throw new ArgumentException($"no nuclear form factor of {target.Name}; expected a nucleus of four nucleons or more", nameof(target));
        }

        return Cache.GetOrAdd((target.Code, model), _ => new TabulatedFormFactor(Create(target, model)));
    }

    /// <summary>The closed-form form factor, without the table.</summary>
    public static INuclearFormFactor Create(Target target, FormFactorModel model)
    {
        ArgumentNullException.ThrowIfNull(target);
        return model switch
        {
            FormFactorModel.FourierBessel => FourierBesselTable.For(target),
            FormFactorModel.Helm => new HelmFormFactor(target.A),
            FormFactorModel.Fermi => new FermiFormFactor(target.ChargeRadius),
            _ => throw new ArgumentOutOfRangeException(nameof(model)),
        };
    }
}
