using Umbriel.Core;
using Umbriel.Core.Distributions;
using Umbriel.Detector.Cards;

namespace Umbriel.Detector.Readout;

/// <summary>
/// Makes the flashes of an event from its deposits in the active volume: photons that recombination leaves over, the card's
/// mean visibility and efficiency, and the three light knobs. The visibility depends on place through the knobs alone:
/// exp(−k u) for attenuation and, for Rayleigh scattering, the transmission 1/(1 + 3d/4λ) of a scattering slab between the
/// light and the photomultipliers behind the wires, relative to the nominal length. Each photo-electron is counted in one of
/// the <see cref="Photomultipliers"/>. Immutable.
/// </summary>
public sealed class FlashMaker
{
    /// <summary>
    /// Above this number the photo-electrons are shared out without fluctuation: that of their mean position is below 0.5 cm.
    /// Chosen.
    /// </summary>
    private const int MostCounted = 200_000;

    private readonly DetectorResponse response;
    private readonly LightSettings light;
    private readonly DetectorVariations knobs;
    private readonly Photomultipliers photomultipliers;

    /// <summary>Takes the light from a detector.</summary>
    public FlashMaker(DetectorResponse response)
    {
        ArgumentNullException.ThrowIfNull(response);
        this.response = response;
        light = response.Card.Light;
        knobs = response.Card.Variations;
        photomultipliers = new Photomultipliers(response.Card);
    }

    /// <summary>Photo-electrons expected per emitted photon at a distance from the wires, cm.</summary>
    public double Visibility(double distance)
    {
        double u = Math.Clamp(distance / response.Drift.Length, 0.0, 1.0);
        double depth = 0.75 * u * response.Drift.Length / light.RayleighLength;
        double rayleigh = (1.0 + depth) / (1.0 + (depth / knobs.Rayleigh));
        return light.VisibleFraction * light.Efficiency * knobs.LightYield * Math.Exp(-knobs.LightAttenuation * u) * rayleigh;
    }

    /// <summary>Fills <paramref name="flashes"/> (cleared first) in order of time.</summary>
    public void Make(SimulatedEvent simulated, ulong seed, ulong eventIndex, List<Flash> flashes)
    {
        ArgumentNullException.ThrowIfNull(simulated);
        ArgumentNullException.ThrowIfNull(flashes);
        flashes.Clear();
        List<Source> sources = new(simulated.Deposits.Count);
        for (int i = 0; i < simulated.Deposits.Count; i++)
        {
            Deposit deposit = simulated.Deposits[i];
            (double x, double y, double z) = (0.5 * (deposit.X + deposit.EndX), 0.5 * (deposit.Y + deposit.EndY), 0.5 * (deposit.Z + deposit.EndZ));
            if (deposit.Energy > 0.0 && response.Card.ActiveVolume.Contains(x, y, z))
            {
                double photons = response.Recombination.Of(deposit, simulated.Particles[deposit.Particle].Start.Kind).Photons;
                double distance = response.Drift.Distance(x);
                sources.Add(new Source(deposit.Time, photons, photons * Visibility(distance), distance, y, z));
            }
        }

        sources.Sort(static (a, b) => (a.Time, a.Photons, a.Expected).CompareTo((b.Time, b.Photons, b.Expected)));
        RandomStream random = new(seed, RandomStage.Flash, eventIndex);
        RandomStream positionRandom = new(seed, RandomStage.FlashPosition, eventIndex);
        for (int first = 0; first < sources.Count;)
        {
            int end = first + 1;
            while (end < sources.Count && sources[end].Time - sources[end - 1].Time <= light.FlashGap)
            {
                end++;
            }

            Flash flash = Sum(sources, first, end, ref random);
            flashes.Add(flash with { Position = MeanPosition(sources, first, end, flash.PhotoElectrons, ref positionRandom) });
            first = end;
        }
    }

    private Flash Sum(List<Source> sources, int first, int end, ref RandomStream random)
    {
        double photons = 0.0;
        double expected = 0.0;
        double moment = 0.0;
        for (int i = first; i < end; i++)
        {
            photons += sources[i].Photons;
            expected += sources[i].Expected;
            moment += sources[i].Photons * (sources[i].Time - sources[first].Time);
        }

        double delay = (light.PromptFraction * light.PromptTime) + ((1.0 - light.PromptFraction) * light.SlowTime);
        double mean = sources[first].Time + delay + (photons > 0.0 ? moment / photons : 0.0);
        int prompt = Poisson(expected * light.PromptFraction, ref random);
        int slow = Poisson(expected * (1.0 - light.PromptFraction), ref random);
        return new Flash(sources[first].Time, mean, photons, expected, prompt + slow, prompt, null);
    }

    private FlashPosition? MeanPosition(List<Source> sources, int first, int end, int photoElectrons, ref RandomStream random)
    {
        Span<float> expected = stackalloc float[photomultipliers.Count];
        expected.Clear();
        for (int i = first; i < end; i++)
        {
            photomultipliers.Add(sources[i].Distance, sources[i].Y, sources[i].Z, sources[i].Expected, expected);
        }

        if (photoElectrons > MostCounted)
        {
            return photomultipliers.MeanPosition(expected);
        }

        double all = 0.0;
        foreach (float one in expected)
        {
            all += one;
        }

        Span<float> counted = stackalloc float[photomultipliers.Count];
        counted.Clear();
        for (int n = 0; n < photoElectrons; n++)
        {
            double left = all * random.NextDouble();
            int i = 0;
            while (i < expected.Length - 1 && left >= expected[i])
            {
                left -= expected[i++];
            }

            counted[i]++;
        }

        return photomultipliers.MeanPosition(counted);
    }

    /// <summary>Above the sampler's million the count is its mean: the fluctuation is below 0.1%.</summary>
    private static int Poisson(double mean, ref RandomStream random) =>
        mean <= 1e6 ? PoissonSampler.Next(ref random, mean) : (int)Math.Min(mean, 1e9);

    private readonly record struct Source(double Time, double Photons, double Expected, double Distance, double Y, double Z);
}
