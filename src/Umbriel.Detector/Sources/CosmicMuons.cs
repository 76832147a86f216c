using Umbriel.Core;
using Umbriel.Core.Geometry;
using Umbriel.Detector.Heavy;

namespace Umbriel.Detector.Sources;

/// <summary>
/// Cosmic muons that enter a box in the readout window, with the absolute rate of <see cref="MuonFlux"/>. Directions from
/// above with the weight I(θ) × projected area, the place of entry uniform over the projected surface: the same as starting everywhere on an
/// infinite plane above and keeping what meets the box. 100 bins in cos θ, uniform within; 60 energies per decade. Showers and
/// the correlation of muons from one primary are left out. Immutable; safe to share between threads.
/// </summary>
public sealed class CosmicMuons
{
    private const int Cosines = 100;
    private const int PerDecade = 60;

    /// <summary>Mean of one draw of <see cref="PoissonNumber"/>, which is good to 30; larger means are drawn in parts.</summary>
    private const double PoissonPart = 25.0;

    private readonly CosmicMuonSettings settings;
    private readonly Box volume;
    private readonly double areaX;
    private readonly double areaY;
    private readonly double areaZ;
    private readonly double[] energies;
    private readonly double[][] cumulative = new double[Cosines][];
    private readonly double[] cosineCumulative = new double[Cosines];

    /// <summary>Tabulates the flux.</summary>
    /// <exception cref="ArgumentException">A setting is out of its range.</exception>
    public CosmicMuons(CosmicMuonSettings settings, Box volume)
    {
        ArgumentNullException.ThrowIfNull(settings);
        settings.Validate();
        this.settings = settings;
        this.volume = volume;
        areaX = (volume.YHigh - volume.YLow) * (volume.ZHigh - volume.ZLow);
        areaY = (volume.XHigh - volume.XLow) * (volume.ZHigh - volume.ZLow);
        areaZ = (volume.XHigh - volume.XLow) * (volume.YHigh - volume.YLow);

        double span = Math.Log(settings.MaximumEnergy / settings.MinimumEnergy);
        int points = Math.Max(2, (int)Math.Ceiling(span / Math.Log(10.0) * PerDecade) + 1);
        energies = new double[points];
        for (int i = 0; i < points; i++)
        {
            energies[i] = settings.MinimumEnergy * Math.Exp(span * i / (points - 1));
        }

        double rate = 0.0;
        for (int k = 0; k < Cosines; k++)
        {
            double cosine = (k + 0.5) / Cosines;
            cumulative[k] = Integrate(cosine);
            double sine = Math.Sqrt(1.0 - (cosine * cosine));

            // Mean projected area over the azimuth; ⟨|cos φ|⟩ = 2/π.
            double area = (areaY * cosine) + (2.0 / Math.PI * sine * (areaX + areaZ));
            rate += 2.0 * Math.PI / Cosines * cumulative[k][^1] * area;
            cosineCumulative[k] = rate;
        }

        Rate = settings.Scale * rate;
    }

    /// <summary>Muons per second that enter the box.</summary>
    public double Rate { get; }

    /// <summary>Mean number in the window.</summary>
    public double MeanInWindow => Rate * settings.WindowLength * 1e-9;

    /// <summary>Adds a Poisson number of muons as primaries, at uniform times in the window.</summary>
    /// <returns>How many.</returns>
    public int AddTo(ref RandomStream random, SimulatedEvent simulated)
    {
        ArgumentNullException.ThrowIfNull(simulated);
        int count = 0;
        for (double left = MeanInWindow; left > 0.0; left -= PoissonPart)
        {
            count += PoissonNumber.Sample(ref random, Math.Min(left, PoissonPart));
        }

        for (int i = 0; i < count; i++)
        {
            simulated.Add(Sample(ref random), -1, CreationProcess.Primary);
        }

        return count;
    }

    /// <summary>One muon on the surface of the box, going in.</summary>
    public ParticleState Sample(ref RandomStream random)
    {
        int k = Bin(cosineCumulative, random.NextDouble() * cosineCumulative[^1], out _);
        double cosine = (k + random.NextDouble()) / Cosines;
        double sine = Math.Sqrt(1.0 - (cosine * cosine));
        double x;
        double y = areaY * cosine;
        double z;
        double dx;
        double dz;
        double largest = y + (sine * Math.Sqrt((areaX * areaX) + (areaZ * areaZ)));
        do
        {
            (dz, dx) = Math.SinCos(2.0 * Math.PI * random.NextDouble());
            x = areaX * sine * Math.Abs(dx);
            z = areaZ * sine * Math.Abs(dz);
        }
        while (random.NextDouble() * largest > x + y + z);

        ParticleState muon = default;
        double u = random.NextDouble() * cumulative[k][^1];
        int i = Bin(cumulative[k], u, out double fraction);
        muon.Energy = energies[i] * Math.Exp(fraction * Math.Log(energies[i + 1] / energies[i]));
        muon.Kind = random.NextDouble() * (1.0 + settings.ChargeRatio) < settings.ChargeRatio ? ParticleKind.MuonPlus : ParticleKind.MuonMinus;
        muon.Time = settings.WindowStart + (settings.WindowLength * random.NextDouble());
        (muon.DX, muon.DY, muon.DZ) = (sine * dx, -cosine, sine * dz);
        muon.X = volume.XLow + ((volume.XHigh - volume.XLow) * random.NextDouble());
        muon.Y = volume.YLow + ((volume.YHigh - volume.YLow) * random.NextDouble());
        muon.Z = volume.ZLow + ((volume.ZHigh - volume.ZLow) * random.NextDouble());
        double face = random.NextDouble() * (x + y + z);
        if (face < y)
        {
            muon.Y = volume.YHigh;
        }
        else if (face < y + x)
        {
            muon.X = dx > 0.0 ? volume.XLow : volume.XHigh;
        }
        else
        {
            muon.Z = dz > 0.0 ? volume.ZLow : volume.ZHigh;
        }

        return muon;
    }

    /// <summary>Cumulative integral over energy at a zenith angle: trapezoids in ln T, cm⁻² s⁻¹ sr⁻¹.</summary>
    private double[] Integrate(double cosine)
    {
        double[] sums = new double[energies.Length - 1];
        double sum = 0.0;
        double before = energies[0] * MuonFlux.Under(energies[0], cosine, settings.Overburden);
        for (int i = 1; i < energies.Length; i++)
        {
            double here = energies[i] * MuonFlux.Under(energies[i], cosine, settings.Overburden);
            sum += 0.5 * (before + here) * Math.Log(energies[i] / energies[i - 1]);
            sums[i - 1] = sum;
            before = here;
        }

        return sums;
    }

    private static int Bin(double[] cumulative, double value, out double fraction)
    {
        int found = Array.BinarySearch(cumulative, value);
        int i = Math.Min(found >= 0 ? found : ~found, cumulative.Length - 1);
        double low = i == 0 ? 0.0 : cumulative[i - 1];
        fraction = cumulative[i] > low ? Math.Clamp((value - low) / (cumulative[i] - low), 0.0, 1.0) : 0.5;
        return i;
    }
}
