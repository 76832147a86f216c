using System.Runtime.InteropServices;
using Umbriel.Core;

namespace Umbriel.Formats.Events;

/// <summary>One column of the event file and where its values live in a batch.</summary>
/// <typeparam name="T">double, int or byte.</typeparam>
/// <param name="Name">Dataset name within <c>/events</c>.</param>
/// <param name="Units">Units, empty for none.</param>
/// <param name="Description">One line.</param>
/// <param name="Values">The batch's values, to read or to fill.</param>
internal sealed record EventColumn<T>(string Name, string Units, string Description, EventColumn<T>.Accessor Values)
    where T : unmanaged
{
    public delegate Span<T> Accessor(TruthEventBatch batch);
}

/// <summary>The event file's columns (docs/formats.md).</summary>
internal static class EventColumns
{
    public static readonly EventColumn<double>[] Doubles =
    [
        new("weight", "", "expected decays in the TPC this row stands for", b => b.Weight),
        new("vertex_x", "cm", "birth of the pair, drift", b => b.VertexX),
        new("vertex_y", "cm", "birth of the pair, up", b => b.VertexY),
        new("vertex_z", "cm", "birth of the pair, beam", b => b.VertexZ),
        new("scatter_x", "cm", "scattering point, drift", b => b.ScatterX),
        new("scatter_y", "cm", "scattering point, up", b => b.ScatterY),
        new("scatter_z", "cm", "scattering point, beam", b => b.ScatterZ),
        new("time", "ns", "delay after a light-speed neutrino", b => b.TimeNs),
        new("neutrino_energy", "GeV", "energy of the beam neutrino", b => b.NeutrinoEnergy),
        .. Momentum("dark_neutrino", "upscattered dark neutrino", b => b.DarkNeutrino),
        .. Momentum("electron", "electron", b => b.Electron),
        .. Momentum("positron", "positron", b => b.Positron),
    ];

    public static readonly EventColumn<int>[] Integers =
    [
        new("neutrino_pdg", "", "PDG code of the beam neutrino", b => b.NeutrinoPdg),
        new("target", "", "target nucleus, 1000 Z + A", b => b.Target),
    ];

    public static readonly EventColumn<byte>[] Bytes =
    [
        new("regime", "", "0 coherent, 1 proton-elastic, 2 neutron-elastic", b => Regimes(b)),
        new("origin", "", "where it scattered: 0 TPC, 1 cryostat, 2 soil", b => Origins(b)),
        new("helicity_conserved", "", "1 if the dark neutrino kept the neutrino's helicity", b => MemoryMarshal.AsBytes(b.HelicityConserved.AsSpan())),
    ];

    private static EventColumn<double>[] Momentum(string prefix, string what, Func<TruthEventBatch, FourVectorArray> vector) =>
    [
        new(prefix + "_e", "GeV", $"energy of the {what}", b => vector(b).E),
        new(prefix + "_px", "GeV", $"x momentum of the {what}", b => vector(b).X),
        new(prefix + "_py", "GeV", $"y momentum of the {what}", b => vector(b).Y),
        new(prefix + "_pz", "GeV", $"z momentum of the {what}", b => vector(b).Z),
    ];

    private static byte[] Regimes(TruthEventBatch batch) => Array.ConvertAll(batch.Regime, regime => (byte)regime);

    private static byte[] Origins(TruthEventBatch batch) => Array.ConvertAll(batch.Origin, origin => (byte)origin);
}
