using Umbriel.Core;
using Umbriel.Core.Geometry;

namespace Umbriel.Detector.Electromagnetic;

/// <summary>
/// Follows a photon from collision to collision: photoelectric effect (electron along the photon, binding energy left on the
/// spot), Compton scattering, pair production.
/// </summary>
internal sealed class PhotonTracking
{
    /// <summary>Grid points. Chosen.</summary>
    private const int PerDecade = 96;

    private const int Total = 0;
    private const int Compton = 1;
    private const int Pair = 2;

    private readonly ElectromagneticCuts cuts;
    private readonly EnergyGrid grid;

    public PhotonTracking(ElectromagneticCuts cuts, double density)
    {
        this.cuts = cuts;
        double atoms = density * Argon.AtomsPerGram;
        grid = new EnergyGrid(ElectromagneticCuts.Lowest, ElectromagneticTransport.Highest, PerDecade, 3, (energy, row) =>
        {
            row[Compton] = atoms * PhotonCrossSections.Compton(energy);
            row[Pair] = atoms * PhotonCrossSections.Pair(energy);
            row[Total] = row[Compton] + row[Pair] + (atoms * PhotonCrossSections.Photoelectric(energy));
        });
    }

    /// <summary>Attenuation coefficient, per cm.</summary>
    public double Attenuation(double energy) => grid.Value(energy, Total);

    public void Follow(ref RandomStream random, ParticleState photon, in Box volume, SimulatedEvent simulated)
    {
        while (true)
        {
            if (photon.Energy < cuts.Photon)
            {
                LeaveHere(photon, photon.Energy, simulated);
                return;
            }

            int offset = grid.Locate(photon.Energy, out double fraction);
            double total = grid.At(offset, fraction, Total);
            double path = -Math.Log(random.NextDouble()) / total;
            if (path >= VolumeDistance.Ahead(volume, photon))
            {
                simulated.Escaped += photon.Energy;
                return;
            }

            photon.X += path * photon.DX;
            photon.Y += path * photon.DY;
            photon.Z += path * photon.DZ;
            photon.Time += path / PhysicalConstants.SpeedOfLight;

            double which = random.NextDouble() * total;
            double compton = grid.At(offset, fraction, Compton);
            if (which < compton)
            {
                Scatter(ref random, ref photon, simulated);
                continue;
            }

            if (which < compton + grid.At(offset, fraction, Pair) && photon.Energy > PhysicalConstants.ElectronPairThreshold)
            {
                Materialise(ref random, photon, simulated);
            }
            else
            {
                double binding = Math.Min(Argon.BindingK, photon.Energy);
                LeaveHere(photon, binding, simulated);
                Electron(photon, photon.Energy - binding, CreationProcess.Photoelectric, photon, simulated);
            }

            return;
        }
    }

    private static void LeaveHere(ParticleState at, double energy, SimulatedEvent simulated)
    {
        if (energy > 0.0)
        {
            simulated.Add(new Deposit(at.Index, at.X, at.Y, at.Z, at.X, at.Y, at.Z, at.Time, energy));
        }
    }

    private void Electron(ParticleState electron, double kinetic, CreationProcess process, ParticleState parent, SimulatedEvent simulated)
    {
        if (kinetic < cuts.Electron)
        {
            LeaveHere(parent, kinetic, simulated);
            return;
        }

        electron.Kind = ParticleKind.Electron;
        electron.Energy = kinetic;
        simulated.Add(electron, parent.Index, process);
    }

    private void Scatter(ref RandomStream random, ref ParticleState photon, SimulatedEvent simulated)
    {
        double before = photon.Energy;
        ParticleState electron = photon;
        double after = before * KleinNishina.Sample(ref random, before, out double mu);
        Rotation.Azimuth(ref random, out double cos, out double sin);
        Rotation.Turn(ref photon, mu, cos, sin);
        double kinetic = before - after;
        if (kinetic >= cuts.Electron)
        {
            double x = (before * electron.DX) - (after * photon.DX);
            double y = (before * electron.DY) - (after * photon.DY);
            double z = (before * electron.DZ) - (after * photon.DZ);
            double norm = 1.0 / Math.Sqrt((x * x) + (y * y) + (z * z));
            electron.DX = x * norm;
            electron.DY = y * norm;
            electron.DZ = z * norm;
        }

        photon.Energy = after;
        Electron(electron, kinetic, CreationProcess.Compton, photon, simulated);
    }

    private static void Materialise(ref RandomStream random, ParticleState photon, SimulatedEvent simulated)
    {
        double available = photon.Energy - PhysicalConstants.ElectronPairThreshold;
        double first = PairProduction.SampleKinetic(ref random, photon.Energy);
        Rotation.Azimuth(ref random, out double cos, out double sin);
        ParticleState electron = photon;
        electron.Kind = ParticleKind.Electron;
        electron.Energy = first;
        Rotation.Turn(ref electron, PairProduction.SampleAngle(ref random, first), cos, sin);
        ParticleState positron = photon;
        positron.Kind = ParticleKind.Positron;
        positron.Energy = available - first;
        Rotation.Turn(ref positron, PairProduction.SampleAngle(ref random, positron.Energy), -cos, -sin);
        simulated.Released -= PhysicalConstants.ElectronPairThreshold;
        simulated.Add(electron, photon.Index, CreationProcess.PairProduction);
        simulated.Add(positron, photon.Index, CreationProcess.PairProduction);
    }
}
