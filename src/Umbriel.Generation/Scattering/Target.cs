using Umbriel.Core;

namespace Umbriel.Generation.Scattering;

/// <summary>A target nuclide. Masses are nuclear masses of AME2020 (Chin. Phys. C 45 (2021) 030003), GeV.</summary>
/// <param name="Name">Element symbol and mass number, "Ar40".</param>
/// <param name="Z">Number of protons.</param>
/// <param name="A">Mass number.</param>
/// <param name="Mass">Mass of the bare nucleus, GeV.</param>
/// <param name="ChargeRadius">Root-mean-square charge radius, fm (Angeli and Marinova, At. Data Nucl. Data Tables 99 (2013) 69).</param>
/// <param name="FermiMomentum">Fermi-gas momentum, GeV, after Moniz et al., PRL 26 (1971) 445; zero for hydrogen.</param>
public sealed record Target(string Name, int Z, int A, double Mass, double ChargeRadius, double FermiMomentum)
{
    /// <summary>Hydrogen.</summary>
    public static readonly Target H1 = new("H1", 1, 1, PhysicalConstants.MassProton, 0.8783, 0.0);

    /// <summary>Carbon-12.</summary>
    public static readonly Target C12 = new("C12", 6, 12, 11.174864, 2.4702, 0.221);

    /// <summary>Oxygen-16.</summary>
    public static readonly Target O16 = new("O16", 8, 16, 14.895083, 2.6991, 0.225);

    /// <summary>Silicon-28.</summary>
    public static readonly Target Si28 = new("Si28", 14, 28, 26.053196, 3.1224, 0.239);

    /// <summary>Argon-40.</summary>
    public static readonly Target Ar40 = new("Ar40", 18, 40, 37.215541, 3.4274, 0.251);

    /// <summary>Every known target, lightest first.</summary>
    public static IReadOnlyList<Target> All { get; } = [H1, C12, O16, Si28, Ar40];

    /// <summary>Number of neutrons.</summary>
    public int N => A - Z;

    /// <summary>Short integer label 1000 Z + A, 18040 for Ar40.</summary>
    public int Code => (1000 * Z) + A;

    /// <summary>The target of that name, case ignored; null where there is none.</summary>
    public static Target? Find(string name) => All.FirstOrDefault(target => string.Equals(target.Name, name, StringComparison.OrdinalIgnoreCase));

    /// <summary>The target with that <see cref="Code"/>.</summary>
    /// <exception cref="ArgumentException">No such target.</exception>
    public static Target FromCode(int code)
    {
        foreach (Target target in All)
        {
            if (target.Code == code)
            {
                return target;
            }
        }

        throw new ArgumentException($"no target of code {code}; expected one of {string.Join(", ", All.Select(t => t.Code))}", nameof(code));
    }

    /// <inheritdoc/>
    public override string ToString() => Name;
}
