/// Steps that requests are at and the procedure has not: somebody took them out, or gave them another id.
extension Procedure {
    /// The open steps of a request that nobody can take.
    public func lostSteps(_ request: RequestSummary) -> [String] {
        guard request.state?.isFinal != true else { return [] }
        return request.open.map(\.step).filter { step($0) == nil }
    }

    /// Why a request cannot go on; `nil` when all its open steps are there.
    public func lost(_ request: RequestSummary) -> Reason? {
        guard let step = lostSteps(request).first else { return nil }
        let file = Procedure.fileName
        // What is made is not taken back.
        let isMade = request.provisioned != nil
        return Reason(
            "STEP_GONE", step,
            Text(
                en: "request \(request.id) is at this step, and \(file) has none of that id; put it back there"
                    + (isMade ? "" : ", or take the request back: zonectl request cancel \(request.id)"),
                id: "permohonan \(request.id) berada pada langkah ini, padahal tidak ada di \(file); kembalikan "
                    + "langkah itu dengan id yang sama"
                    + (isMade ? "" : ", atau batalkan permohonannya: zonectl request cancel \(request.id)")))
    }

    /// Whether a way leads from one step to another.
    func leads(from start: String, to end: String) -> Bool {
        var passed: Set<String> = []
        var open = [start]
        while let id = open.popLast() {
            guard let step = steps.first(where: { $0.id == id }) else { continue }
            for next in successors(of: step) where passed.insert(next.id).inserted { open.append(next.id) }
        }
        return passed.contains(end)
    }
}
