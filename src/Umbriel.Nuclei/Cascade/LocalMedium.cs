namespace Umbriel.Nuclei.Cascade;

/// <summary>
/// Nuclear matter at a place: a Fermi gas of protons and one of neutrons, each in a well whose Fermi level lies one separation energy
/// below zero.
/// </summary>
internal readonly struct LocalMedium
{
    private const double HbarC = 1e13 * Core.PhysicalConstants.HbarC;

    private readonly double protonMomentum;
    private readonly double neutronMomentum;
    private readonly double separation;

    /// <summary>Matter of a density.</summary>
    /// <param name="density">Nucleons per fm³.</param>
    /// <param name="protonShare">Part of them that are protons.</param>
    /// <param name="separation">Separation energy of a nucleon, GeV.</param>
    public LocalMedium(double density, double protonShare, double separation)
    {
        Density = density;
        protonMomentum = HbarC * Math.Cbrt(3.0 * Math.PI * Math.PI * density * protonShare);
        neutronMomentum = HbarC * Math.Cbrt(3.0 * Math.PI * Math.PI * density * (1.0 - protonShare));
        this.separation = separation;
    }

    /// <summary>Nucleons per fm³.</summary>
    public double Density { get; }

    /// <summary>k_F of a kind, GeV.</summary>
    public double FermiMomentum(Nucleon nucleon) => nucleon == Nucleon.Proton ? protonMomentum : neutronMomentum;

    /// <summary>Kinetic energy of the Fermi level over the bottom of the well, GeV.</summary>
    public double FermiEnergy(Nucleon nucleon)
    {
        double k = FermiMomentum(nucleon);
        double mass = nucleon.Mass();
        return Math.Sqrt((k * k) + (mass * mass)) - mass;
    }

    /// <summary>Depth of the well of a kind, GeV: what a nucleon from outside gains.</summary>
    public double Depth(Nucleon nucleon) => FermiEnergy(nucleon) + separation;
}
