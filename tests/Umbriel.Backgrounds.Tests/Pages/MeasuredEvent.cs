using Umbriel.Backgrounds.Events;
using Umbriel.Backgrounds.Totals;
using Umbriel.Core;
using Umbriel.Nuclei;
using Umbriel.Nuclei.Cascade;

namespace Umbriel.Backgrounds.Tests.Pages;

/// <summary>An event as a measurement sees it: cm² per nucleus that it stands for, neutrino's energy, lepton, what left the nucleus, Q².</summary>
internal readonly record struct MeasuredEvent(double Weight, double Energy, FourVector Lepton, Hadron[] Emitted, double Q2, string Topology)
{
    /// <summary>Momentum and cosine of the one π⁰; null if there is not exactly one.</summary>
    public (double Momentum, double Cosine)? NeutralPion
    {
        get
        {
            FourVector[] pions = [.. Emitted.Where(hadron => hadron.Pdg == 111).Select(hadron => hadron.Momentum)];
            return pions.Length == 1 ? (pions[0].Momentum, pions[0].CosTheta) : null;
        }
    }

    /// <summary>The fastest proton; null if there is none.</summary>
    public FourVector? LeadingProton
    {
        get
        {
            FourVector[] protons = [.. Emitted.Where(hadron => hadron.Pdg == 2212).Select(hadron => hadron.Momentum)];
            return protons.Length > 0 ? protons.MaxBy(proton => proton.Momentum) : null;
        }
    }

    /// <summary>Events of processes on a nucleus in a flux, after the cascade.</summary>
    public static IEnumerable<MeasuredEvent> Of(string[] processes, string current, Nucleus nucleus, FluxSpectrum flux, int events)
    {
        InteractionGenerator generator = new([.. processes.SelectMany(process => StandardProcess.Create(process, current, nucleus, flux.Neutrino, new InteractionParameters()))], flux, 7, 2, CancellationToken.None);
        InteractionCascade cascade = new(nucleus.Nucleons > 1 ? new NuclearCascade(nucleus, new CascadeParameters()) : null, 7);
        double unit = generator.CrossSection / events;
        InteractionEvent made = new();
        CascadeEvent left = new();
        for (ulong i = 0; i < (ulong)events; i++)
        {
            generator.Generate(i, made);
            cascade.Run(i, made, left);
            Hadron[] emitted = [.. left.Emitted.ToArray().Select(particle => new Hadron(particle.Pdg, particle.Momentum))];
            yield return new MeasuredEvent(unit * made.Weight, made.Energy, made.Lepton, emitted, made.Q2, MesonTopology.Of(made.Current, emitted));
        }
    }
}
