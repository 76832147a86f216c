using System.Runtime.InteropServices;
using Umbriel.Backgrounds.Inelastic;
using Umbriel.Backgrounds.Resonances;
using Umbriel.Core;
using Umbriel.Nuclei;

namespace Umbriel.Backgrounds.Events;

/// <summary>
/// One interaction before the nucleus acts on its hadrons; the neutrino runs along z. Energy and momentum are conserved:
/// neutrino + nucleus at rest (+ electron at rest) = lepton + hadrons + remnant. To be used again for the next event, so
/// that no memory is allocated. Not thread-safe.
/// </summary>
public sealed class InteractionEvent
{
    private readonly List<Hadron> hadrons = [];
    private readonly List<Hadron> hadronsAtRest = [];
    private double[] point = [];

    /// <summary>What happened.</summary>
    public InteractionProcess Process { get; private set; }

    /// <summary>Charged or neutral.</summary>
    public WeakCurrent Current { get; private set; }

    /// <summary>PDG code of the neutrino.</summary>
    public int Neutrino { get; private set; }

    /// <summary>Energy of the neutrino, GeV.</summary>
    public double Energy { get; private set; }

    /// <summary>The nucleus; null before the first event.</summary>
    public Nucleus? Nucleus { get; private set; }

    /// <summary>1, or more where the density was above the map's: the generator's weight.</summary>
    public double Weight { get; private set; }

    /// <summary>Position of its interaction among the generator's.</summary>
    public int Channel { get; private set; }

    /// <summary>The point of the unit cube that the configuration was made from: with channel and energy all that re-weighting needs.</summary>
    public ReadOnlySpan<double> Point => point;

    /// <summary>PDG code of the lepton that leaves.</summary>
    public int LeptonPdg { get; private set; }

    /// <summary>The lepton that leaves, GeV.</summary>
    public FourVector Lepton { get; private set; }

    /// <summary>Where in the nucleus, fm.</summary>
    public double Radius { get; private set; }

    /// <summary>Q² = −(k − l)², GeV².</summary>
    public double Q2 => 2.0 * Energy * (Lepton.E - Lepton.Z) - Lepton.MassSquared;

    /// <summary>What leaves beside the lepton: hadrons and photons at the place of the interaction, or the electron that was struck.</summary>
    public ReadOnlySpan<Hadron> Hadrons => CollectionsMarshal.AsSpan(hadrons);

    /// <summary>The configuration of inelastic scattering on a nucleon; default in other processes.</summary>
    public InelasticState Inelastic { get; private set; }

    /// <summary>The resonance and its decay; default where none was made.</summary>
    public ResonanceOutcome Outcome { get; private set; }

    /// <summary>Hadrons of inelastic scattering in their rest frame, z along the momentum transfer, the baryon first, GeV; empty in other processes.</summary>
    public ReadOnlySpan<Hadron> HadronsAtRest => CollectionsMarshal.AsSpan(hadronsAtRest);

    /// <summary>Protons of what is left of the nucleus.</summary>
    public int RemnantProtons { get; private set; }

    /// <summary>Its neutrons.</summary>
    public int RemnantNeutrons { get; private set; }

    /// <summary>Its four-momentum, GeV; excitation included.</summary>
    public FourVector Remnant { get; private set; }

    /// <summary>Begins an event of an untouched nucleus.</summary>
    internal void Begin(ISampledInteraction interaction, double energy, double radius, in FourVector lepton)
    {
        hadrons.Clear();
        hadronsAtRest.Clear();
        (Inelastic, Outcome) = (default, default);
        (Process, Current, Neutrino, Nucleus) = (interaction.Process, interaction.Current, interaction.Neutrino, interaction.Nucleus);
        (Energy, Radius, Lepton) = (energy, radius, lepton);
        LeptonPdg = Current == WeakCurrent.Charged ? Neutrino - Math.Sign(Neutrino) : Neutrino;
        Leave(Nucleus.Protons, Nucleus.Neutrons, new FourVector(Nucleus.Mass, 0.0, 0.0, 0.0));
    }

    /// <summary>Says how it was drawn.</summary>
    internal void Drawn(int channel, ReadOnlySpan<double> from, double weight)
    {
        (Channel, Weight) = (channel, weight);
        if (point.Length != from.Length)
        {
            point = new double[from.Length];
        }

        from.CopyTo(point);
    }

    /// <summary>Keeps what re-weighting of inelastic scattering needs.</summary>
    internal void Record(in InelasticState state, ResonanceOutcome outcome, ReadOnlySpan<Hadron> atRest)
    {
        (Inelastic, Outcome) = (state, outcome);
        hadronsAtRest.AddRange(atRest);
    }

    /// <summary>Adds what leaves.</summary>
    internal void Add(int pdg, in FourVector momentum) => hadrons.Add(new Hadron(pdg, momentum));

    /// <summary>Takes a nucleon from the nucleus.</summary>
    internal void Take(Nucleon nucleon, in FourVector momentum) =>
        Leave(RemnantProtons - (nucleon == Nucleon.Proton ? 1 : 0), RemnantNeutrons - (nucleon == Nucleon.Neutron ? 1 : 0), Remnant - momentum);

    /// <summary>Replaces what is left of the nucleus.</summary>
    internal void Leave(int protons, int neutrons, in FourVector momentum) => (RemnantProtons, RemnantNeutrons, Remnant) = (protons, neutrons, momentum);
}
