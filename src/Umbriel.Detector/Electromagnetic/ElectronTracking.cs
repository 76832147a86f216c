using Umbriel.Core;
using Umbriel.Core.Geometry;

namespace Umbriel.Detector.Electromagnetic;

/// <summary>
/// Follows e− or e+: condensed history of class II (M. J. Berger, Methods in Computational Physics 1 (1963) 135): soft losses and
/// scattering are grouped in steps, each turned once at a random point of it (random hinge, J. M. Fernández-Varea et al.,
/// Nucl. Instrum. Meth. B 73 (1993) 447), collisions above the cuts end a step. A step is straight from its start to its end
/// in the deposit that it leaves.
/// </summary>
internal sealed class ElectronTracking
{
    /// <summary>
    /// Longest step in units of the residual range and of the transport mean free path. Chosen: steps of 0.5 mm move the mean depth of
    /// 1 GeV showers by 1.4%, the ranges of slow electrons are right to 1% (validation/transport-em.md).
    /// </summary>
    private const double OfRange = 0.25;
    private const double OfTransportPath = 0.6;

    /// <summary>Shortest step that the two impose, cm. Chosen: 1/30 of a wire pitch.</summary>
    private const double ShortestStep = 0.01;

    /// <summary>
    /// Straight distance that a stopped electron still goes over its range: the size of detour factors at low energy in argon, from
    /// memory.
    /// </summary>
    private const double Detour = 0.5;

    private readonly ElectromagneticCuts cuts;
    private readonly double density;
    private readonly bool isPositron;
    private readonly EnergyGrid grid;

    public ElectronTracking(ElectromagneticCuts cuts, double density, bool positron)
    {
        this.cuts = cuts;
        this.density = density;
        isPositron = positron;
        grid = new ElectronTable(cuts, density, positron).Grid;
    }

    public void Follow(ref RandomStream random, ParticleState particle, in Box volume, SimulatedEvent simulated)
    {
        while (particle.Energy >= cuts.Electron)
        {
            int offset = grid.Locate(particle.Energy, out double fraction);
            double deltaRays = grid.At(offset, fraction, ElectronTable.DeltaRays);
            double photons = grid.At(offset, fraction, ElectronTable.Photons);
            double all = deltaRays + photons + grid.At(offset, fraction, ElectronTable.Annihilations);
            double longest = Math.Min(
                cuts.MaximumStep,
                Math.Max(
                    ShortestStep,
                    Math.Min(OfRange * grid.At(offset, fraction, ElectronTable.Range), OfTransportPath * grid.At(offset, fraction, ElectronTable.TransportPath))));
            double step = -Math.Log(random.NextDouble()) / Math.Max(all, 1e-300);
            bool collides = step < longest;
            step = collides ? step : longest;

            bool leaves = false;
            if (VolumeDistance.ToNearestFace(volume, particle) < step)
            {
                double ahead = VolumeDistance.Ahead(volume, particle);
                leaves = ahead <= step;
                step = leaves ? ahead : step;
            }

            collides &= !leaves;
            if (!Advance(ref random, ref particle, step, leaves, volume, simulated, grid.At(offset, fraction, ElectronTable.SoftLoss)))
            {
                break;
            }

            if (leaves || !volume.Contains(particle.X, particle.Y, particle.Z))
            {
                simulated.Escaped += particle.Energy;
                return;
            }

            if (collides)
            {
                double which = random.NextDouble() * all;
                if (which < deltaRays)
                {
                    KnockOn(ref random, ref particle, simulated);
                }
                else if (which < deltaRays + photons)
                {
                    Radiate(ref random, ref particle, simulated);
                }
                else
                {
                    AnnihilateInFlight(ref random, particle, simulated);
                    return;
                }
            }
        }

        Stop(ref random, particle, volume, simulated);
    }

    // False when the particle spent all that it had.
    private bool Advance(ref RandomStream random, ref ParticleState particle, double step, bool straight, in Box volume, SimulatedEvent simulated, double lossAtStart)
    {
        double kinetic = particle.Energy;
        double middle = Math.Max(0.5 * kinetic, kinetic - (0.5 * step * lossAtStart));
        double mean = step * grid.Value(middle, ElectronTable.SoftLoss);
        double gamma = 1.0 + (middle / PhysicalConstants.MassElectron);
        double beta2 = 1.0 - (1.0 / (gamma * gamma));
        double largest = Math.Min(cuts.DeltaRay, isPositron ? kinetic : 0.5 * kinetic);
        double loss = LossFluctuation.Sample(ref random, mean, Argon.HalfBethe * density * step / beta2, largest);
        bool goesOn = loss < kinetic;
        loss = Math.Min(loss, kinetic);

        double x = particle.X;
        double y = particle.Y;
        double z = particle.Z;
        double before = straight ? step : step * random.NextDouble();
        particle.X += before * particle.DX;
        particle.Y += before * particle.DY;
        particle.Z += before * particle.DZ;
        if (!straight)
        {
            CoulombScattering.Scatter(ref random, ref particle, middle, step * density);
            double after = step - before;
            particle.X += after * particle.DX;
            particle.Y += after * particle.DY;
            particle.Z += after * particle.DZ;
        }

        simulated.Add(new Deposit(
            particle.Index, x, y, z,
            Math.Clamp(particle.X, volume.XLow, volume.XHigh), Math.Clamp(particle.Y, volume.YLow, volume.YHigh), Math.Clamp(particle.Z, volume.ZLow, volume.ZHigh),
            particle.Time, loss));
        particle.Time += step / (PhysicalConstants.SpeedOfLight * Math.Sqrt(beta2));
        particle.Energy = kinetic - loss;
        return goesOn;
    }

    private void KnockOn(ref RandomStream random, ref ParticleState particle, SimulatedEvent simulated)
    {
        double kinetic = particle.Energy;

        // The loss of the step may have left too little for a transfer above the cut.
        if (kinetic * (isPositron ? 1.0 : 0.5) <= cuts.DeltaRay)
        {
            return;
        }

        double given = isPositron ? BhabhaScattering.Sample(ref random, kinetic, cuts.DeltaRay) : MollerScattering.Sample(ref random, kinetic, cuts.DeltaRay);
        double kept = kinetic - given;
        Rotation.Azimuth(ref random, out double cos, out double sin);
        ParticleState knocked = particle;
        knocked.Kind = ParticleKind.Electron;
        knocked.Energy = given;
        Rotation.Turn(ref knocked, OneMinusCosine(kinetic, given), cos, sin);
        particle.Energy = kept;
        Rotation.Turn(ref particle, OneMinusCosine(kinetic, kept), -cos, -sin);
        simulated.Add(knocked, particle.Index, CreationProcess.DeltaRay);
    }

    // Elastic collision with an electron at rest: cos θ = √(T'(T + 2m)/(T(T' + 2m))) for either that leaves with T'.
    private static double OneMinusCosine(double kinetic, double after) =>
        1.0 - Math.Sqrt(Math.Min(1.0, after * (kinetic + (2.0 * PhysicalConstants.MassElectron)) / (kinetic * (after + (2.0 * PhysicalConstants.MassElectron)))));

    private void Radiate(ref RandomStream random, ref ParticleState particle, SimulatedEvent simulated)
    {
        double kinetic = particle.Energy;
        if (kinetic <= cuts.Bremsstrahlung)
        {
            return;
        }

        double energy = Bremsstrahlung.Sample(ref random, kinetic, cuts.Bremsstrahlung, grid.Value(kinetic, ElectronTable.PhotonBound));
        ParticleState photon = particle;
        photon.Kind = ParticleKind.Photon;
        photon.Energy = energy;
        Rotation.Azimuth(ref random, out double cos, out double sin);
        Rotation.Turn(ref photon, Bremsstrahlung.SampleAngle(ref random, kinetic), cos, sin);
        particle.Energy = kinetic - energy;
        simulated.Add(photon, particle.Index, CreationProcess.Bremsstrahlung);
    }

    private static void AnnihilateInFlight(ref RandomStream random, ParticleState positron, SimulatedEvent simulated)
    {
        double kinetic = positron.Energy;
        if (kinetic <= 0.0)
        {
            return;
        }

        double share = Annihilation.SampleShare(ref random, kinetic);
        double all = kinetic + (2.0 * PhysicalConstants.MassElectron);
        Rotation.Azimuth(ref random, out double cos, out double sin);
        Photon(positron, share * all, Annihilation.OneMinusCosine(kinetic, share), cos, sin, simulated);
        Photon(positron, all - (share * all), Annihilation.OneMinusCosine(kinetic, 1.0 - share), -cos, -sin, simulated);
        simulated.Released += 2.0 * PhysicalConstants.MassElectron;
    }

    private static void Photon(ParticleState positron, double energy, double mu, double cos, double sin, SimulatedEvent simulated)
    {
        ParticleState photon = positron;
        photon.Kind = ParticleKind.Photon;
        photon.Energy = energy;
        Rotation.Turn(ref photon, mu, cos, sin);
        simulated.Add(photon, positron.Index, CreationProcess.Annihilation);
    }

    private void Stop(ref RandomStream random, ParticleState particle, in Box volume, SimulatedEvent simulated)
    {
        if (particle.Energy > 0.0)
        {
            double distance = Math.Min(cuts.MaximumStep, Detour * grid.Value(particle.Energy, ElectronTable.Range));
            double x = particle.X;
            double y = particle.Y;
            double z = particle.Z;
            particle.X = Math.Clamp(x + (distance * particle.DX), volume.XLow, volume.XHigh);
            particle.Y = Math.Clamp(y + (distance * particle.DY), volume.YLow, volume.YHigh);
            particle.Z = Math.Clamp(z + (distance * particle.DZ), volume.ZLow, volume.ZHigh);
            simulated.Add(new Deposit(particle.Index, x, y, z, particle.X, particle.Y, particle.Z, particle.Time, particle.Energy));
        }

        if (isPositron)
        {
            // At rest: two photons back to back, isotropic.
            Rotation.Azimuth(ref random, out double cos, out double sin);
            double mu = 2.0 * random.NextDouble();
            Photon(particle, PhysicalConstants.MassElectron, mu, cos, sin, simulated);
            Photon(particle, PhysicalConstants.MassElectron, 2.0 - mu, -cos, -sin, simulated);
            simulated.Released += 2.0 * PhysicalConstants.MassElectron;
        }
    }
}
