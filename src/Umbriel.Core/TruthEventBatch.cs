using Umbriel.Core.Events;

namespace Umbriel.Core;

/// <summary>
/// Generated events as a struct of arrays. Every array has <see cref="Count"/> entries. Positions in cm in the detector
/// frame (x drift, y up, z beam; TPC box x −1.55..254.80, y −115.53..117.47, z 0.1..1036.9), times in ns,
/// momenta in GeV. The sum of <see cref="Weight"/> over a batch is the expected number of decays in the TPC it stands for.
/// </summary>
public sealed class TruthEventBatch(int count)
{
    /// <summary>Number of events.</summary>
    public int Count { get; } = count;

    /// <summary>Expected events each row stands for.</summary>
    public double[] Weight { get; } = new double[count];

    /// <summary>Where the e+e- pair is born, cm.</summary>
    public double[] VertexX { get; } = new double[count];

    /// <inheritdoc cref="VertexX"/>
    public double[] VertexY { get; } = new double[count];

    /// <inheritdoc cref="VertexX"/>
    public double[] VertexZ { get; } = new double[count];

    /// <summary>Where the neutrino scattered, cm.</summary>
    public double[] ScatterX { get; } = new double[count];

    /// <inheritdoc cref="ScatterX"/>
    public double[] ScatterY { get; } = new double[count];

    /// <inheritdoc cref="ScatterX"/>
    public double[] ScatterZ { get; } = new double[count];

    /// <summary>Delay of the pair after a light-speed neutrino from the scattering point's plane, ns.</summary>
    public double[] TimeNs { get; } = new double[count];

    /// <summary>Neutrino energy, GeV.</summary>
    public double[] NeutrinoEnergy { get; } = new double[count];

    /// <summary>PDG code of the neutrino (14 or −14).</summary>
    public int[] NeutrinoPdg { get; } = new int[count];

    /// <summary>Scattering regime.</summary>
    public ScatteringRegime[] Regime { get; } = new ScatteringRegime[count];

    /// <summary>Target nucleus as Z·1000 + A (18040 is argon-40), also when one of its nucleons was struck.</summary>
    public int[] Target { get; } = new int[count];

    /// <summary>Region of the scattering point.</summary>
    public EventOrigin[] Origin { get; } = new EventOrigin[count];

    /// <summary>Whether the dark neutrino kept the neutrino's helicity (in the centre-of-mass frame).</summary>
    public bool[] HelicityConserved { get; } = new bool[count];

    /// <summary>The upscattered dark neutrino (N4 or N5).</summary>
    public FourVectorArray DarkNeutrino { get; } = new(count);

    /// <summary>What became of the nucleus where one of its nucleons was struck and the nuclear response was asked for; null elsewhere.</summary>
    public NuclearBreakup?[] Breakup { get; } = new NuclearBreakup?[count];

    /// <summary>The electron.</summary>
    public FourVectorArray Electron { get; } = new(count);

    /// <summary>The positron.</summary>
    public FourVectorArray Positron { get; } = new(count);
}
