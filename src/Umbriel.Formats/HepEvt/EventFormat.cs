namespace Umbriel.Formats.HepEvt;

/// <summary>Text formats of generators' events.</summary>
public enum EventFormat
{
    /// <summary>HEPEVT with one line a particle, cm and ns, as LArSoft's TextFileGen has it.</summary>
    HepEvt,

    /// <summary>HEPEVT with two lines a particle, as HepMC3 writes it.</summary>
    TwoLineHepEvt,

    /// <summary>HepMC2 ASCII (IO_GenEvent).</summary>
    HepMc2,

    /// <summary>HepMC3 ASCII (Asciiv3).</summary>
    HepMc3,
}
