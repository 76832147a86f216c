using Umbriel.Core;
using Umbriel.Core.Events;
using Umbriel.DarkSector;
using Umbriel.Formats.HepMc3;
using Umbriel.Formats.Text;

namespace Umbriel.Generation.HepMc3;

/// <summary>
/// The run information of a file, as the NuHepMC specification 1.0.0 (arXiv:2310.13211) asks for it; the requirement each
/// line meets is named beside it.
/// </summary>
internal static class NuHepMcHeader
{
    public static void Write(AsciiLine line, HepMc3Run run)
    {
        line.Word("HepMC::Version 3.01.02").End();
        line.Word("HepMC::Asciiv3-START_EVENT_LISTING").End();
        line.Word("W CV").End(); // G.R.7
        line.Word($"T umbriel\\|{run.Version}\\|Dark neutrinos in liquid argon").End(); // G.R.3
        Attribute(line, "NuHepMC.Version.Major", "1"); // G.R.2
        Attribute(line, "NuHepMC.Version.Minor", "0");
        Attribute(line, "NuHepMC.Version.Patch", "0");
        string conventions = "G.C.1 G.C.3 G.C.5 E.C.1 V.C.1 P.C.1 P.C.2";
        Attribute(line, "NuHepMC.Conventions", run.FluxAveragedCrossSectionPb is null ? conventions : conventions + " G.C.2"); // G.R.4
        Attribute(line, "NuHepMC.Units.CrossSection.Unit", "pb"); // G.R.6
        Attribute(line, "NuHepMC.Units.CrossSection.TargetScale", "PerAtom");
        Attribute(line, "NuHepMC.Exposure.POT", Show.Number(run.Pot)); // G.C.1
        if (run.FluxAveragedCrossSectionPb is { } crossSection)
        {
            Attribute(line, "NuHepMC.FluxAveragedTotalCrossSection", Show.Number(crossSection)); // G.C.2
        }

        Processes(line);
        Statuses(line, run.HasBreakups);
        Particles(line, run.Model, run.HasBreakups);
        Attribute(line, "NuHepMC.Citations.Generator.arXiv", "2502.10900 2207.04137"); // G.C.3
        Attribute(line, "NuHepMC.Provenance.Umbriel.Seed", run.Seed.ToString(System.Globalization.CultureInfo.InvariantCulture)); // G.S.1
        Attribute(line, "NuHepMC.Provenance.Umbriel.Card", run.Card);
        Attribute(line, "NuHepMC.Provenance.Umbriel.Weight", "CV is the expected number of pairs born in the TPC that the event stands for at NuHepMC.Exposure.POT");
    }

    private static void Processes(AsciiLine line)
    {
        Attribute(line, "NuHepMC.ProcessIDs", "150 250 251"); // G.R.8
        Named(line, "ProcessInfo", 150, "NC coherent upscattering", "nu A -> N A off the whole nucleus by Z' and Z exchange (arXiv:2308.02543)");
        Named(line, "ProcessInfo", 250, "NC proton-elastic upscattering", "nu p -> N p off a bound proton (arXiv:2308.02543)");
        Named(line, "ProcessInfo", 251, "NC neutron-elastic upscattering", "nu n -> N n off a bound neutron (arXiv:2308.02543)");
    }

    private static void Statuses(AsciiLine line, bool breakups)
    {
        Attribute(line, "NuHepMC.VertexStatusIDs", breakups ? "1 2 21 22 23" : "1 21 22 23"); // G.R.9
        Named(line, "VertexStatusInfo", 1, "Primary", "Upscattering");
        if (breakups)
        {
            Named(line, "VertexStatusInfo", 2, "FinalStateInteraction", "Summary of the cascade through the nucleus");
        }

        Named(line, "VertexStatusInfo", 21, "NucleonSeparation", "The struck nucleon leaves the nucleus");
        Named(line, "VertexStatusInfo", 22, "DarkNeutrinoDecay", "Decay of the upscattered dark neutrino");
        Named(line, "VertexStatusInfo", 23, "MediatorDecay", "Decay of the Z' to e+e-");
        Attribute(line, "NuHepMC.ParticleStatusIDs", breakups ? "1 2 4 20 21 22" : "1 2 4 20 21"); // G.R.10
        Named(line, "ParticleStatusInfo", 1, "Final", "Undecayed physical particle");
        Named(line, "ParticleStatusInfo", 2, "Decayed", "Decayed physical particle");
        Named(line, "ParticleStatusInfo", 4, "Beam", "Incoming beam particle");
        Named(line, "ParticleStatusInfo", 20, "Target", "Target nucleus");
        Named(line, "ParticleStatusInfo", 21, "StruckNucleon", breakups ? "Nucleon of a local Fermi gas, off its mass shell by the removal energy; at rest in hydrogen" : "Bound nucleon, at rest");
        if (breakups)
        {
            Named(line, "ParticleStatusInfo", 22, "BeforeCascade", "Nucleon, and rest of the nucleus, before the cascade");
        }
    }

    private static void Particles(AsciiLine line, DarkSectorParameters model, bool breakups)
    {
        Attribute(line, "NuHepMC.AdditionalParticleNumbers", $"{DarkSectorCode.N4} {DarkSectorCode.N5} {DarkSectorCode.ZPrime} {ParticleCode.Remnant}"); // G.R.11
        Particle(line, DarkSectorCode.N4, "N4", $"dark neutrino, {Kind(model)}, mass {Show.Number(model.M4)} GeV; negative code for the antiparticle");
        Particle(line, DarkSectorCode.N5, "N5", model.M5 is { } m5 ? $"heavier dark neutrino, {Kind(model)}, mass {Show.Number(m5)} GeV" : "heavier dark neutrino, absent from this model");
        Particle(line, DarkSectorCode.ZPrime, "Z'", $"dark gauge boson, mass {Show.Number(model.MZPrime)} GeV");
        Particle(line, ParticleCode.Remnant, "Remnant", breakups ? "rest of the nucleus after a nucleon was struck, before the cascade; nothing in hydrogen" : "rest of the nucleus after a nucleon was struck; binding neglected");
    }

    private static string Kind(DarkSectorParameters model) => model.HnlType == HnlType.Dirac ? "Dirac" : "Majorana";

    private static void Particle(AsciiLine line, int code, string name, string description)
    {
        Attribute(line, $"NuHepMC.AdditionalParticleNumber[{code}].Name", name);
        Attribute(line, $"NuHepMC.AdditionalParticleInfo[{code}].Description", description);
    }

    private static void Named(AsciiLine line, string group, int id, string name, string description)
    {
        Attribute(line, $"NuHepMC.{group}[{id}].Name", name);
        Attribute(line, $"NuHepMC.{group}[{id}].Description", description);
    }

    /// <summary>One run attribute; HepMC3 writes a backslash twice and a line end as <c>\|</c>.</summary>
    private static void Attribute(AsciiLine line, string name, string value) =>
        line.Word($"A {name} {value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\n", "\\|", StringComparison.Ordinal)}").End();
}
