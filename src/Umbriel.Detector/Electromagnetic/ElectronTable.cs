namespace Umbriel.Detector.Electromagnetic;

/// <summary>What e− or e+ of one kind need at every step, against kinetic energy; per cm at the medium's density.</summary>
internal sealed class ElectronTable
{
    /// <summary>Mean loss to transfers and photons below the cuts, GeV/cm.</summary>
    public const int SoftLoss = 0;

    /// <summary>δ-rays above the cut, per cm.</summary>
    public const int DeltaRays = 1;

    /// <summary>Photons above the cut, per cm.</summary>
    public const int Photons = 2;

    /// <summary>Annihilations in flight, per cm.</summary>
    public const int Annihilations = 3;

    /// <summary>Range at the soft loss, cm.</summary>
    public const int Range = 4;

    /// <summary>Transport mean free path, cm.</summary>
    public const int TransportPath = 5;

    /// <summary>Bound of the rejection of photon energies, cm².</summary>
    public const int PhotonBound = 6;

    private const double Lowest = ElectromagneticCuts.Lowest;

    /// <summary>Highest kinetic energy, GeV, of <see cref="ElectromagneticTransport"/>; above, the last values hold.</summary>
    private const double Highest = ElectromagneticTransport.Highest;

    /// <summary>Grid points. Chosen.</summary>
    private const int PerDecade = 48;

    public ElectronTable(ElectromagneticCuts cuts, double density, bool positron)
    {
        Grid = new EnergyGrid(Lowest, Highest, PerDecade, 7, (kinetic, row) => Fill(kinetic, row, cuts, density, positron));

        // Below the table the loss is taken as constant.
        double range = Lowest / Grid[0, SoftLoss];
        Grid[0, Range] = range;
        for (int i = 1; i < Grid.Rows; i++)
        {
            double low = Grid.EnergyAt(i - 1);
            double high = Grid.EnergyAt(i);
            range += 0.5 * ((low / Grid[i - 1, SoftLoss]) + (high / Grid[i, SoftLoss])) * Math.Log(high / low);
            Grid[i, Range] = range;
        }
    }

    /// <summary>The table.</summary>
    public EnergyGrid Grid { get; }

    private static void Fill(double kinetic, double[] row, ElectromagneticCuts cuts, double density, bool positron)
    {
        double atoms = density * Argon.AtomsPerGram;
        double delta = CollisionLoss.DensityEffect(kinetic);
        row[SoftLoss] = density * (CollisionLoss.Restricted(kinetic, cuts.DeltaRay, positron, delta) + Bremsstrahlung.Loss(kinetic, cuts.Bremsstrahlung, positron));
        row[DeltaRays] = atoms * Argon.Z * (positron ? BhabhaScattering.PerElectron(kinetic, cuts.DeltaRay) : MollerScattering.PerElectron(kinetic, cuts.DeltaRay));
        row[Photons] = atoms * Bremsstrahlung.Hard(kinetic, cuts.Bremsstrahlung, positron);
        row[Annihilations] = positron ? atoms * Argon.Z * Annihilation.PerElectron(kinetic) : 0.0;
        row[TransportPath] = 1.0 / (density * CoulombScattering.InverseTransportPath(kinetic));
        row[PhotonBound] = Bremsstrahlung.Bound(kinetic, Math.Min(cuts.Bremsstrahlung, kinetic));
    }
}
